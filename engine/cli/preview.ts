import { existsSync } from "node:fs";
import { join } from "node:path";
import { preview } from "astro";
import { readCall, type Command } from "./command.ts";
import { Refusal } from "./plan.ts";

const usage = `npm run preview

Serves dist/, as npm run build left it, on http://localhost:4321 or the next free port. Press Ctrl+C to stop. It takes no
flags.`;

const previewCommand: Command = async (root, args) => {
  readCall(args, usage, {}, 0);
  if (!existsSync(join(root, "dist")))
    throw new Refusal("There is no dist/ yet.\nNext: npm run build");
  await preview({});
};
export default previewCommand;
