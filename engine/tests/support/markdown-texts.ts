import { markdownToHtml } from "satteri";
import { expect } from "vitest";
import { parse } from "yaml";
import { pageAt, type Dist } from "./build-site.ts";
import { toSketch } from "./text-sketch.ts";

/** The paths of the articles' Markdown copies. */
export const textsIn = (dist: Dist): string[] =>
  [...dist.keys()]
    .filter((path) => /^articles\/[^/]+\.md$/.test(path))
    .map((path) => `/${path}`);

/** An article's text: its front matter, and the Markdown below it. */
export const splitText = (text: string) => {
  const [, yaml = "", body = ""] = /^---\n([^]*?)\n---\n\n([^]*)$/.exec(
    text,
  ) as string[];
  return { head: parse(yaml) as Record<string, unknown>, body };
};

function proseOf(page: string): string {
  const begin = page.indexOf('<div class="prose"');
  const tags = /<(\/?)div\b[^>]*>/g;
  tags.lastIndex = begin;
  let depth = 0;
  for (let tag = tags.exec(page); tag; tag = tags.exec(page)) {
    depth += tag[1] ? -1 : 1;
    // Markdown leaves drawings out.
    if (depth === 0)
      return page
        .slice(begin, tags.lastIndex)
        .replace(/<svg\b[^]*?<\/svg>/g, "");
  }
  throw new Error("The page has no text");
}

/** Renders a text separately and compares its content with its page. */
export function expectSameText(dist: Dist, text: string): void {
  const { head, body } = splitText(pageAt(dist, text));
  const page = pageAt(dist, text.replace(/\.md$/, "/"));
  const { html } = markdownToHtml(body, {
    features: { gfm: { footnotes: { label: "Notes" } }, rawHtml: true },
  });
  const here = toSketch(html, String(head.url));
  const there = toSketch(proseOf(page), String(head.url));
  expect(here.headings.shift()).toBe(
    `h1 ${String(head.title).replace(/\s+/g, " ")}`,
  );
  here.words.splice(
    0,
    (String(head.title).match(/[\p{L}\p{N}]+/gu) ?? []).length,
  );
  expect(here, text).toEqual(there);
}

/**
 * Expects a text to be Markdown that any program reads, with whole addresses that lead somewhere.
 * @param home the address of the site's home page, without the slash at its end
 */
export function expectPlainMarkdown(
  dist: Dist,
  text: string,
  home: string,
): void {
  const prose = splitText(pageAt(dist, text)).body.replace(
    /^( *)(`{3,})[^]*?^\1\2$/gm,
    "",
  );
  expect(prose, text).not.toMatch(
    /^:::|^::\w|^import |<[A-Z]|^\*\[|\[!\w+\]|__ASTRO|\{\d|undefined|class=|style=/m,
  );
  for (const [, href = ""] of prose.matchAll(/\]\(([^)]*)\)/g)) {
    expect(href, text).toMatch(/^https?:\/\//);
    if (href.startsWith(`${home}/`))
      pageAt(dist, href.slice(home.length).replace(/#.*/, ""));
  }
}
