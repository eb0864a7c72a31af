import { rmSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "./fixture.ts";

/**
 * Creates one folder for all temporary folders of a test run, and removes it at the end. Also caches the compiled code of
 * packages such as Astro for workers and commands.
 */
export default function setup(): () => void {
  const folder = makeFolder();
  process.env.TEST_FOLDER = folder;
  process.env.NODE_COMPILE_CACHE ??= join(
    import.meta.dirname,
    "../../../.cache/compiled",
  );
  return () => rmSync(folder, { recursive: true, force: true });
}
