import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The slowest test files, slowest first: if one started last, the other core would be idle. */
const long = [
  "browser/manners",
  "site/equal",
  "browser/writer",
  "tests/types",
  "tests/sound-edits",
  "browser/device",
  ".browser",
  "browser/search",
  "tests/update",
  "browser/ads",
  "site/servers",
  "browser/long-words",
  "site/rebuild",
  "tests/fresh",
  "tests/format",
  "site/sound",
  "readers/one-copy",
  "browser/newsletter",
  "site/failure",
].map((name) => `${name}.test.ts`);

/**
 * Starts the long files first, whatever their project: a machine's first run has no durations to sort by. The others are
 * in order of their projects, so that a worker's modules serve the next file too.
 */
export class LongFirst extends BaseSequencer {
  override async sort(
    files: TestSpecification[],
  ): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = long.findIndex((name) => moduleId.endsWith(name));
      return place < 0 ? long.length : place;
    };
    return (await super.sort(files)).sort(
      (a, b) =>
        placeOf(a) - placeOf(b) || a.project.name.localeCompare(b.project.name),
    );
  }
}
