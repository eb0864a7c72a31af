import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dirname } from "node:path/posix";
import type { Content } from "gatepost/files/content.ts";
import { contentFolder } from "gatepost/files/find-files.ts";
import { toFeedId } from "gatepost/model/article.ts";
import { todo } from "gatepost/text/todo.ts";
import { addresses, toAddressKey } from "gatepost/urls.ts";
import { toTexts } from "./source.ts";
import type { Planned } from "./to-article.ts";
import type { Mapped } from "./to-fields.ts";

/**
 * A function that returns where this site already has a source's article, possibly renamed: by its id, any of its
 * addresses in its front matter or published.json, or its title and date. What several sources share identifies none.
 * @returns undefined if it has none; `isSure` unless only the address here, or title and date, are the same
 */
export function toKnown(
  { collections, published }: Content,
  sources: readonly Mapped[],
): (source: Mapped) => { file: string; isSure: boolean } | undefined {
  const known = new Map<string, string>();
  for (const { id, data, file } of collections.articles)
    for (const key of toKeys(id, { ...data, id: data["id"] ?? toFeedId(id) }))
      known.set(key, file);
  for (const [address, { id }] of Object.entries(published.record ?? {})) {
    const key = toAddressKey(address);
    const file = known.get(key) ?? known.get(`id ${id}`);
    known.set(key, file ?? `${address}, published once and now gone`);
  }
  const times = new Map<string, number>();
  for (const { slug, fields } of sources)
    for (const key of new Set(toKeys(slug, fields)))
      times.set(key, (times.get(key) ?? 0) + 1);
  return ({ slug, fields }) => {
    const weak = toKeys(slug, { ...fields, id: undefined, aliases: [] });
    const key = toKeys(slug, fields)
      .filter((one) => times.get(one) === 1 && known.has(one))
      .toSorted((a, b) => +weak.includes(a) - +weak.includes(b))[0];
    return key === undefined
      ? undefined
      : { file: known.get(key) as string, isSure: !weak.includes(key) };
  };
}

const toKeys = (slug: string, fields: Record<string, unknown>): string[] => {
  const { id, title, pubDate, aliases } = fields;
  return [
    ...(id ? [`id ${String(id)}`] : []),
    ...[addresses.article(slug), ...toTexts(aliases)].map(toAddressKey),
    ...([title, pubDate].includes(todo)
      ? []
      : [JSON.stringify([title, pubDate])]),
  ];
};

/** The files of this site that an article would overwrite: not those that stay the same to the byte. */
export function findOverwritten(
  project: string,
  { file, text, pictures, replaces }: Planned,
  slug: string,
): { files: string[]; isWritten: boolean } {
  const targets: [string, Buffer][] = [
    [file, Buffer.from(text)],
    ...pictures.map(({ from, name }): [string, Buffer] => [
      `${dirname(file)}/${name}`,
      readFileSync(from),
    ]),
  ];
  const differs = targets.filter(([path, bytes]) => {
    const there = join(project, path);
    return existsSync(there) && !readFileSync(there).equals(bytes);
  });
  // Pictures may be in the folder before its article is.
  const folder = `${contentFolder}/articles/${slug}`;
  const names = new Set(targets.map(([path]) => path));
  const isForeign =
    !existsSync(join(project, file)) &&
    existsSync(join(project, folder)) &&
    readdirSync(join(project, folder)).some(
      (name) => !name.endsWith(".swp") && !names.has(`${folder}/${name}`),
    );
  return {
    files: [
      ...replaces,
      ...differs.map(([path]) => path),
      ...(isForeign ? [folder] : []),
    ],
    isWritten: targets.every(([path]) => existsSync(join(project, path))),
  };
}

/** The articles' files whose text git does not have; undefined outside a repository. */
export function listUncommitted(project: string): Set<string> | undefined {
  try {
    const listed = execFileSync(
      "git",
      ["ls-files", "--modified", "--others", "-z", "--", contentFolder],
      { cwd: project, encoding: "utf8", stdio: "pipe", maxBuffer: 2 ** 28 },
    );
    return new Set(listed.split("\0"));
  } catch {
    return undefined;
  }
}
