import { writeFileSync } from "node:fs";

/** Loaded before a command; prints its peak memory in kilobytes when it ends. */
process.on("exit", () => {
  writeFileSync(
    process.env.PEAK_FILE as string,
    String(process.resourceUsage().maxRSS),
  );
});
