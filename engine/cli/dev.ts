import { dev } from "./astro.ts";
import { readCall, type Command } from "./command.ts";
import { writeExtensionFiles } from "./astro-extension.ts";

const devCommand: Command = async (root, args) => {
  readCall(
    args,
    `npm run dev

Shows every save at once, drafts and scheduled articles too, on http://localhost:4321 or the next free port. Press Ctrl+C
to stop. It takes no flags.`,
    {},
    0,
  );

  /** Serves the site with drafts and scheduled articles, and reports findings here and over the page. */
  await writeExtensionFiles(root);
  await dev({});
};
export default devCommand;
