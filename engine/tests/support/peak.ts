import { writeFileSync } from "node:fs";

/** Loaded before a command: says at its end how much memory it had at most, in kilobytes. */
process.on("exit", () => {
  writeFileSync(
    process.env.PEAK_FILE as string,
    String(process.resourceUsage().maxRSS),
  );
});
