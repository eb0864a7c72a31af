import { hash } from "node:crypto";
import type { Article, CallToAction } from "#model/article.ts";

/** The calls to action for an article's topics that its page lacks: most in common first, ties in turn, by a hash. */
export function toHouseAds(
  article: Article,
  calls: ReadonlyMap<string, CallToAction>,
  subscribe?: CallToAction,
): CallToAction[] {
  const { slug, category, tags, callToAction, callsInText } = article;
  const topics = new Set(tags.map((tag) => tag.slug));
  const shown = [callToAction, subscribe, ...Object.values(callsInText)].map(
    (call) => call?.link,
  );
  return [...calls]
    .filter(([, { link }]) => !shown.includes(link))
    .flatMap(([id, call]) => {
      const common =
        call.tags.filter((tag) => topics.has(tag)).length +
        +call.categories.includes(category.slug);
      if (common === 0) return [];
      return { call, common, turn: hash("sha256", `${slug}\0${id}`) };
    })
    .sort((a, b) => b.common - a.common || (a.turn < b.turn ? -1 : 1))
    .map(({ call }) => call);
}
