import { dev } from "astro";
import { writeExtensionFiles } from "./astro-extension.ts";
import { readCall, type Command } from "./command.ts";

const usage = `npm run dev

Shows every save at once, drafts and scheduled articles too, on http://localhost:4321 or the next free port, and reports
every problem here and over the page. Press Ctrl+C to stop. It takes no flags.`;

const devCommand: Command = async (root, args) => {
  readCall(args, usage, {}, 0);
  await writeExtensionFiles(root);
  await dev({});
};
export default devCommand;
