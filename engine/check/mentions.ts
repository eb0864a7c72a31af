import type { Content } from "#files/content.ts";
import { ownCollections, type CollectionName } from "#model/collections.ts";
import { toCleanAddress, toSiteLink } from "./site-link.ts";

const known = new WeakMap<Content, Map<string, string[]>>();

/** The slugs of the articles whose texts link to an own collection's entries, by the entry's address. */
export function getMentions(content: Content): Map<string, string[]> {
  const mentions = known.get(content) ?? findMentions(content);
  known.set(content, mentions);
  return mentions;
}

function findMentions({ collections }: Content): Map<string, string[]> {
  const mentions = new Map<string, Set<string>>();
  for (const [name, { address }] of Object.entries(ownCollections))
    for (const { id } of address ? collections[name as CollectionName] : [])
      mentions.set(address?.(id) as string, new Set());
  for (const { id, contents } of mentions.size > 0 ? collections.articles : [])
    for (const link of contents.links) {
      const { path = "" } =
        toSiteLink(toCleanAddress(link.address), "articles", id) ?? {};
      mentions.get(path)?.add(id);
    }
  return new Map([...mentions].map(([page, ids]) => [page, [...ids].sort()]));
}
