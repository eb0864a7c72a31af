import { dev } from "astro";
import { keepContent, readKeptContent } from "#build/content-cache.ts";
import { checkerOf } from "#check/checker.ts";
import { writeExtensionFiles } from "./astro-extension.ts";
import { readCall, type Command } from "./command.ts";

const usage = `npm run dev

Shows every save at once, drafts and scheduled articles too, on http://localhost:4321 or the next free port, and reports
every problem here and over the page. Press Ctrl+C to stop. It takes no flags.`;

const devCommand: Command = async (root, args) => {
  readCall(args, usage, {}, 0);
  await writeExtensionFiles(root);
  const { cache } = checkerOf(root);
  for (const [file, read] of readKeptContent(root)) cache.set(file, read);
  await dev({});
  keepContent(root, cache);
};
export default devCommand;
