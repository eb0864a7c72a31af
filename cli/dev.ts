import { dev } from "./astro.ts";

/** The writer's loop: drafts and scheduled articles are there, what is wrong is said over the page and here. */
await dev({});
