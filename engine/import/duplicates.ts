import { addresses, toAddressKey } from "gatepost/urls.ts";
import type { Mapped } from "./to-fields.ts";

/**
 * Drops aliases and ids that the site already has, or that several of the articles claim.
 * @param taken keys of the site's addresses
 * @param ids the ids of its articles
 */
export function dropDuplicates(
  articles: readonly Mapped[],
  taken: ReadonlySet<string>,
  ids: ReadonlySet<unknown>,
): void {
  const claims = new Map<string, number>();
  const claim = (key: string) => claims.set(key, (claims.get(key) ?? 0) + 1);
  for (const { slug, fields } of articles) {
    for (const address of [addresses.article(slug), ...aliasesOf(fields)])
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
