import { site } from "#site.ts";
import { toIndexed } from "./index-words.ts";

/** Elements inside a word or a sentence; the others separate words. */
const inline =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|time|u|var|wbr)$/;
const heading = /^h[1-6]$/;
const isVoid = /^(?:area|br|col|embed|hr|img|input|link|source|track|wbr)$/;
/** Elements that are not indexed: controls, forms and text for screen readers. */
const excluded = /^(?:button|form|dialog|svg|script|style|template)$/;
const hidden =
  /\s(?:hidden(?=[\s=/>])|aria-hidden="?true|class="(?:[^"]*\s)?(?:visually-hidden|screen-only)[\s"])/;

const tag = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
const body = /<div\b[^>]*\sdata-pagefind-body\b[^>]*>/;

/**
 * Pagefind indexes languages that it does not know without a stemmer; in these it would cut our words into smaller ones.
 */
const toLanguage = (language: string) =>
  /^(?:zh|ja|th)\b/.test(language) ? "und" : language;

/**
 * A small page for Pagefind from an article's page: the title, the description and the text, written for its index, with
 * the attributes of `toSearchAttributes`. Undefined if the page has no such text.
 */
export function toIndexHtml(
  page: string,
  language = site.language,
): string | undefined {
  const [start] = body.exec(page) ?? [];
  if (!start) return undefined;
  const metas = ["title", "description"].map((name) => {
    const found = new RegExp(
      `<(\\w+)[^>]*\\sdata-pagefind-meta="${name}"[^>]*>(.*?)</\\1>`,
      "s",
    ).exec(page);
    const text = found?.[2];
    return text ? `<p data-pagefind-meta="${name}">${toText(text)}</p>` : "";
  });
  return `<html lang="${toLanguage(language)}"><body>${metas.join("")}${start}${toText(
    page.slice(page.indexOf(start) + start.length),
  )}</div></body></html>`;
}

/** The text up to the end of its element, without tags other than headings. */
function toText(html: string): string {
  let text = "";
  let from = 0;
  let depth = 0;
  let left: { name: string; depth: number } | undefined;
  const add = (to: number) => {
    if (!left) text += html.slice(from, to);
  };
  for (const found of html.matchAll(tag)) {
    const [all, isEnd, written = "", attributes = ""] = found;
    const name = written.toLowerCase();
    if (left) {
      if (name !== left.name) continue;
      left.depth += isEnd ? -1 : 1;
      if (left.depth > 0) continue;
      left = undefined;
    } else {
      add(found.index);
      if (name === "div" && (depth += isEnd ? -1 : 1) < 0) break;
      if (
        !isEnd &&
        !isVoid.test(name) &&
        (excluded.test(name) || hidden.test(`${attributes}>`))
      )
        left = { name, depth: 1 };
      else if (heading.test(name)) text += all.replace(/\s.*>/s, ">");
      else if (!inline.test(name)) text += " ";
    }
    from = found.index + all.length;
  }
  if (depth >= 0) add(html.length);
  return text
    .split(/(<\/?h[1-6]>)/i)
    .map((part, index) => (index % 2 === 1 ? part : toIndexedHtml(part)))
    .join("");
}

const entities = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: "\u00a0",
  }),
);
const entity = /&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|apos|nbsp));/gi;

const toIndexedHtml = (html: string): string =>
  html
    // Pagefind decodes the other entities.
    .split(/(&(?!(?:amp|lt|gt|quot|apos|nbsp);)[a-z]\w*;)/i)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : toIndexed(
            part.replace(entity, (_, decimal, hexadecimal, name) =>
              name
                ? (entities.get(name.toLowerCase()) ?? "")
                : String.fromCodePoint(
                    Math.min(
                      decimal ? Number(decimal) : parseInt(hexadecimal, 16),
                      0x10ffff,
                    ),
                  ),
            ),
          )
            .replaceAll("&", "&amp;")
            .replaceAll("<", "&lt;"),
    )
    .join("");
