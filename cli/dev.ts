import { dev } from "./astro.ts";
import { writeExtensionFiles } from "./editor/astro-extension.ts";

/** The writer's loop: drafts and scheduled articles are there, what is wrong is said over the page and here. */
await writeExtensionFiles(process.cwd());
await dev({});
