import { preview } from "./astro.ts";
import { readCall, type Command } from "./command.ts";

const previewCommand: Command = async (_, args) => {
  readCall(
    args,
    `npm run preview

Serves dist/, as npm run build left it, on http://localhost:4321 or the next free port. Press Ctrl+C to stop. It takes no
flags.`,
    {},
    0,
  );

  /** Serves dist/ as it is; prints the address, with the next free port when 4321 is taken. */
  await preview({});
};
export default previewCommand;
