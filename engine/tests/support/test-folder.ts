import { rmSync } from "node:fs";
import { makeFolder } from "./fixture.ts";

/** Puts every folder that a test run makes into one, and removes that at the end. */
export default function setup(): () => void {
  const folder = makeFolder();
  process.env.TEST_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
