import { addresses, toAddressKey } from "gatepost/urls.ts";
import type { Mapped } from "./to-fields.ts";

/**
 * Drops an address or an id that something else has too from all that were to get it: nobody can tell whose it is.
 * @param ours the site's own addresses, as `toAddressKey` spells them
 * @param ids the ids of its articles
 */
export function dropRivals(
  articles: readonly Mapped[],
  ours: ReadonlySet<string>,
  ids: ReadonlySet<unknown>,
): void {
  const aliasesOf = ({ fields }: Mapped) =>
    (fields["aliases"] as string[] | undefined) ?? [];
  const times = new Map<string, number>();
  const add = (claim: string) => times.set(claim, (times.get(claim) ?? 0) + 1);
  for (const article of articles) {
    for (const address of [
      addresses.article(article.slug),
      ...aliasesOf(article),
    ])
      add(toAddressKey(address));
    add(`id ${String(article.fields["id"])}`);
  }
  for (const article of articles) {
    const { fields, notes, kept } = article;
    const drop = (name: string, value: string) => {
      notes.push({
        kind: "dropped",
        text: `${name} ${value}: something else has it too`,
      });
      kept.push({ name, value });
    };
    const isFree = (alias: string) =>
      !ours.has(toAddressKey(alias)) && times.get(toAddressKey(alias)) === 1;
    for (const alias of aliasesOf(article))
      if (!isFree(alias)) drop("address", alias);
    const free = aliasesOf(article).filter(isFree);
    fields["aliases"] = free.length > 0 ? free : undefined;
    const { id } = fields;
    if (
      typeof id === "string" &&
      (ids.has(id) || (times.get(`id ${id}`) ?? 0) > 1)
    ) {
      drop("id", id);
      fields["id"] = undefined;
    }
  }
}
