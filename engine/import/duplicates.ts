import { toArticleDate } from "gatepost/model/dates.ts";
import { addresses, toAddressKey } from "gatepost/urls.ts";
import { toName } from "./source.ts";
import type { Mapped } from "./to-fields.ts";

/** Gives articles of one slug different ones: with their years, else their days, else numbers. */
export function keepApart(articles: readonly Mapped[]): void {
  const wanted = new Map(articles.map((one) => [one, one.slug]));
  const bySlug = Map.groupBy(articles, ({ slug }) => slug);
  for (const length of [4, 10])
    for (const group of Map.groupBy(articles, ({ slug }) => slug).values())
      for (const one of group.length > 1 ? group : []) {
        const date = toArticleDate(String(one.fields["pubDate"]));
        const slug = wanted.get(one) as string;
        if (typeof date === "object" && !slug.includes(date.day))
          one.slug = `${slug}-${date.day.slice(0, length)}`;
      }
  const taken = new Set<string>();
  for (const one of articles) {
    const base = one.slug;
    for (let number = 2; taken.has(one.slug); number++)
      one.slug = `${base}-${number}`;
    taken.add(one.slug);
    const slug = wanted.get(one) as string;
    const others = bySlug.get(slug)?.filter((other) => other !== one) ?? [];
    const [first] = others;
    if (first && one.slug !== slug)
      one.notes.push({
        kind: "guessed",
        text: `slug ${one.slug}: ${toName(first.source)}${others.length > 1 ? ` and ${others.length - 1} more` : ""} would be ${slug} too`,
      });
  }
}

/** Drops an article's own address from its aliases, and aliases and ids that are taken or that several claim. */
export function dropDuplicates(
  articles: readonly Mapped[],
  taken: ReadonlySet<string>,
  ids: ReadonlySet<unknown>,
): void {
  const claims = new Map<string, number>();
  const claim = (key: string) => claims.set(key, (claims.get(key) ?? 0) + 1);
  for (const { slug, fields } of articles) {
    const own = toAddressKey(addresses.article(slug));
    fields["aliases"] = aliasesOf(fields).filter(
      (alias) => toAddressKey(alias) !== own,
    );
    for (const address of [own, ...aliasesOf(fields)])
      claim(toAddressKey(address));
    claim(`id ${String(fields["id"])}`);
  }
  const isClaimedOnce = (key: string) => claims.get(key) === 1;
  for (const { fields, notes, kept } of articles) {
    const drop = (name: string, value: string) => {
      notes.push({ kind: "dropped", text: `${name} ${value}: already in use` });
      kept.push({ name, value });
    };
    const free = aliasesOf(fields).filter((alias) => {
      const key = toAddressKey(alias);
      const isFree = !taken.has(key) && isClaimedOnce(key);
      if (!isFree) drop("address", alias);
      return isFree;
    });
    fields["aliases"] = free.length > 0 ? free : undefined;
    const id = fields["id"] as string | undefined;
    if (id && (ids.has(id) || !isClaimedOnce(`id ${id}`))) {
      drop("id", id);
      fields["id"] = undefined;
    }
  }
}

const aliasesOf = (fields: Mapped["fields"]) =>
  (fields["aliases"] as string[] | undefined) ?? [];
