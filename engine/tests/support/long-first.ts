import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The slowest test files, slowest first: if one started last, the other core would be idle. */
const long = [
  "site/equal",
  "site/rebuild",
  "browser/writer",
  "browser/manners",
  "tests/types",
  "tests/update",
  "tests/sound-edits",
  "tests/fresh",
  "browser/search",
  "site/own",
  "readers/one-copy",
  "site/failure",
  "browser/device",
  "tests/format",
].map((name) => `/${name}.test.ts`);

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
