import { rmSync } from "node:fs";
import { makeFolder } from "./fixture.ts";

/** Creates one folder for all temporary folders of a test run, and removes it at the end. */
export default function setup(): () => void {
  const folder = makeFolder();
  process.env.TEST_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
