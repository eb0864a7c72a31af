#!/usr/bin/env node
// JavaScript, so that Node need not load its TypeScript compiler: it keeps the code that is compiled from here on.
import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";

/** A small heap, so that a build of thousands of articles collects its garbage in time. */
const limits = ["--max-semi-space-size=16", "--max-old-space-size=768"];

if (existsSync(join(process.cwd(), "src/site.ts"))) {
  // Replaces this process with one that has the flags, so that signals and exit codes need no forwarding. Windows
  // cannot do that.
  if (
    process.argv[2] === "build" &&
    limits.some((limit) => !process.execArgv.includes(limit)) &&
    process.platform !== "win32"
  )
    process.execve?.(
      process.execPath,
      [process.execPath, ...limits, ...process.argv.slice(1)],
      // With more pools of memory, glibc keeps much that native code has freed.
      { MALLOC_ARENA_MAX: "2", ...process.env },
    );
  enableCompileCache(join(process.cwd(), ".cache/node"));
}
const ending = existsSync(new URL("./main.ts", import.meta.url)) ? "ts" : "js";
await import(`./main.${ending}`);
