import { site } from "#site.ts";

/** A page's title with the site's name, unless it has it already; in an article's title it may be an ordinary word. */
export function toPageTitle(
  title: string | undefined,
  isArticle: boolean,
  { name, tagline } = site,
): string {
  if (title === undefined) return [name, tagline].filter(Boolean).join(": ");
  const words = (text: string) =>
    ` ${text.split(/[^\p{L}\p{N}]+/u).join(" ")} `;
  return !isArticle && words(title).includes(words(name))
    ? title
    : `${title} · ${name}`;
}
