import { dev } from "./astro.ts";
import { readCall, type Command } from "./command.ts";
import { writeExtensionFiles } from "./editor/astro-extension.ts";

const devCommand: Command = async (root, args) => {
  readCall(
    args,
    `npm run dev

Shows every save at once, drafts and scheduled articles too, on http://localhost:4321 or the next free port. Ctrl+C ends
it. It takes no flags.`,
    {},
    0,
  );

  /** The writer's loop: drafts and scheduled articles are there, what is wrong is said over the page and here. */
  await writeExtensionFiles(root);
  await dev({});
};
export default devCommand;
