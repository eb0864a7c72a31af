/** Astro, asked not to report what its users do to anybody. */
process.env.ASTRO_TELEMETRY_DISABLED = "1";

export { build, dev, preview } from "astro";
