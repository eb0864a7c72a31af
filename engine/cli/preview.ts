import { preview } from "astro";
import { readCall, type Command } from "./command.ts";

const usage = `npm run preview

Serves dist/, as npm run build left it, on http://localhost:4321 or the next free port. Press Ctrl+C to stop. It takes no
flags.`;

const previewCommand: Command = async (_, args) => {
  readCall(args, usage, {}, 0);
  await preview({});
};
export default previewCommand;
