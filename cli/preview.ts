import { preview } from "./astro.ts";

/** Serves dist/ as it is; prints the address, with the next free port when 4321 is taken. */
await preview({});
