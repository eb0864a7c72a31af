import { z } from "zod";
import { setting } from "./setting.ts";

/** Where the advertisements in articles come from: docs/ads.md of the engine. */
export const ads = setting(
  z.discriminatedUnion("provider", [
    z.strictObject({ provider: z.literal("none") }),
    z.strictObject({ provider: z.literal("house").default("house") }),
  ]),
  "a provider of advertisements: house or none",
  'Write it like { provider: "house" }, or omit it for no ads. The engine\'s docs/ads.md lists every provider.',
);
