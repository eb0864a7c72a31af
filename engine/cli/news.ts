import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const readEngine = (file: string): string =>
  readFileSync(join(import.meta.dirname, "..", file), "utf8");

/** The changelog since the version of the engine that checked here last; each version is returned once. */
export function readNews(root: string): string | undefined {
  const { version } = JSON.parse(readEngine("package.json")) as {
    version: string;
  };
  const file = join(root, ".cache/gatepost-version");
  const seen = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  if (seen === version) return undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${version}\n`);
  } catch {
    // If this cannot be remembered, the news would be printed every time.
    return undefined;
  }
  const changelog = readEngine("CHANGELOG.md");
  const from = changelog.indexOf(`\n## ${version}\n`);
  const to = changelog.indexOf(`\n## ${seen}\n`);
  return from >= 0 && to > from
    ? `Gatepost is now ${version}; it was ${seen}. What is new:\n\n${changelog.slice(from, to).trim()}\n`
    : undefined;
}
