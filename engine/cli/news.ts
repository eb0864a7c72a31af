import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const engine = join(import.meta.dirname, "..");
/** The version of the engine that checked here last. */
const seenFile = ".cache/gatepost-version";

const read = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
};

/** What the changelog says of the versions since the engine that checked here last; remembers that it was read. */
export function readNews(root: string): string | undefined {
  const { version } = JSON.parse(read(join(engine, "package.json"))) as {
    version: string;
  };
  const file = join(root, seenFile);
  const seen = read(file).trim();
  if (seen === version) return undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${version}\n`);
  } catch {
    // If this cannot be remembered, the news would be printed every time.
    return undefined;
  }
  const sections = read(join(engine, "CHANGELOG.md"))
    .split(/^(?=## )/m)
    .slice(1);
  const isVersion = (section: string, name: string) =>
    section.startsWith(`## ${name}\n`);
  const from = sections.findIndex((section) => isVersion(section, version));
  const to = sections.findIndex((section) => isVersion(section, seen));
  return from >= 0 && to > from
    ? `Gatepost is ${version} now, it was ${seen}. What is new:\n\n${sections.slice(from, to).join("").trim()}\n`
    : undefined;
}
