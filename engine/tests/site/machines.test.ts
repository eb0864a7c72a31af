import { describe, expect, inject, test } from "vitest";
import { pageAt, readDist } from "../support/build-site.ts";
import { serve } from "../support/serve.ts";
import {
  expectPlainMarkdown,
  expectSameText,
  splitText,
  textsIn,
} from "../support/markdown-texts.ts";
import { canary, publishedCount } from "../support/site-content.ts";

const address = "https://saucepan.example";
const fixture = readDist(inject("site"));

describe("an article's text as Markdown", () => {
  test("says what the page says, word for word, with its headings, links, pictures, tables, code and lists", () => {
    expect(textsIn(fixture)).toHaveLength(publishedCount);
    for (const text of textsIn(fixture)) expectSameText(fixture, text);
  });

  test("needs nothing of the site to be read", () => {
    for (const text of textsIn(fixture))
      expectPlainMarkdown(fixture, text, address);
  });

  test("begins with what a machine has to know of it", () => {
    expect(splitText(pageAt(fixture, "/articles/everything.md")).head).toEqual({
      title: "Everything",
      description: "What a reader of this article will know afterwards.",
      url: `${address}/articles/everything/`,
      published: "2026-06-02T23:30:00-05:00",
      updated: "2026-06-10",
      reviewed: "2026-06-09",
      authors: ["Saucepan", "A & B"],
      category: "Work",
      tags: ["Shared & common", "Some"],
      series: { title: "The ladder", part: 1 },
      licence: {
        name: "CC BY 4.0",
        url: "https://creativecommons.org/licenses/by/4.0/",
      },
      sources: [
        {
          title: "A source",
          url: "https://example.org/source?a=1&b=2",
          checked: "2026-06-09",
        },
      ],
    });
    expect(
      splitText(pageAt(fixture, "/articles/replaced.md")).head,
    ).toMatchObject({
      supersededBy: `${address}/articles/everything/`,
      canonicalUrl: "https://example.org/first",
    });
    // Whoever replaces it is not out yet.
    expect(
      splitText(pageAt(fixture, "/articles/replaced-by-a-secret.md")).head,
    ).not.toHaveProperty("supersededBy");
  });

  test("has code with its language and its file, notes, tasks and a table that knows its sides", () => {
    const text = pageAt(fixture, "/articles/everything.md");
    expect(text).toContain(
      '`src/answer.js`\n\n```diff\n const answer = "text"; // a comment\n-const old = 1;\n+const fresh = 1;\n```\n',
    );
    expect(text).toContain("| Left | Right |\n| :-- | --: |\n| 10:30 | 3:1 |");
    expect(text).toContain("- [ ] To do at 10:30\n- [x] Already done\n");
    expect(text).toMatch(/a note\.\[\^1\][^]*\n\[\^1\]: A footnote\.\n$/);
    expect(text).toContain(
      "> **You need it at 10:30**\n>\n> Nobody lets you in without it.\n",
    );
    expect(text).toMatch(
      /!\[Two posts\]\(https:\S+\.svg\)\n\n\*Posts, and what hangs between them\.\*\n/,
    );
    expect(text).toContain(
      "[**A song at 10:30** Watch on youtube.com](https://www.youtube.com/watch?v=dQw4w9WgXcQ)",
    );
    expect(text).toContain("SRE (Site Reliability Engineer)");
    expect(text).not.toContain("The book");
  });

  test("is served as Markdown, and the others as text, with a build and while somebody writes", async () => {
    for (const command of ["preview", "dev"] as const) {
      const server = await serve(inject("site"), command);
      const ask = async (path: string) =>
        fetch(server.url + path, { signal: AbortSignal.timeout(120_000) });
      try {
        const answer = await ask("/articles/everything.md");
        expect(answer.status, command).toBe(200);
        expect(answer.headers.get("content-type")).toMatch(/^text\/markdown/);
        expect(await answer.text()).toContain("# Everything\n");
        const others = ["llms.txt", "robots.txt", ".well-known/security.txt"];
        for (const other of others) {
          const { status, headers } = await ask(`/${other}`);
          expect(`${other} ${status}`).toBe(`${other} 200`);
          expect(headers.get("content-type")).toMatch(/^text\/plain/);
        }
        // What a writer sees of a draft nobody else does.
        const draft = await ask(`/articles/draft-${canary}.md`);
        expect(draft.status, command).toBe(command === "dev" ? 200 : 404);
      } finally {
        await server.stop();
      }
    }
  });
});

describe("/llms.txt", () => {
  const text = pageAt(fixture, "/llms.txt");
  const links = [...text.matchAll(/^- \[(.+?)\]\((\S+)\)(?:: .+)?$/gm)];

  test("has the form of llmstxt.org: a name, a summary, sections of links", () => {
    expect(text).toMatch(/^# Saucepan\n\n> .+\n\n.+\n\n## /);
    const sections = text.slice(text.indexOf("## ")).trim().split(/\n\n/);
    for (const [index, section] of sections.entries())
      expect(section).toMatch(
        index % 2 ? /^(?:- \[.+\]\(https:\S+\)(?:: .+)?(?:\n|$))+$/ : /^## .+$/,
      );
    expect(sections.length % 2).toBe(0);
  });

  test("leads to each text once", () => {
    const urls = links.map(([, , url = ""]) => url);
    expect(urls.length).toBeGreaterThan(20);
    expect(new Set(urls).size).toBe(urls.length);
  });

  test("names the home page's lead first, and nothing that was replaced", () => {
    expect(links[0]?.[1]).toBe("No contents");
    expect(text).not.toContain("/replaced.md");
    expect(text).toContain("(https://saucepan.example/articles/in-mdx.md)");
  });
});

test("/humans.txt and security.txt say who answers, and where", () => {
  expect(pageAt(fixture, "/humans.txt")).toContain("Last update: 2026-06-10\n");
  const security = pageAt(fixture, "/.well-known/security.txt");
  const fields = new Map(
    security
      .trim()
      .split("\n")
      .map((line) => line.split(/: (.*)/) as [string, string]),
  );
  pageAt(fixture, fields.get("Contact")?.slice(address.length) ?? "");
  expect(fields.get("Canonical")).toBe(`${address}/.well-known/security.txt`);
  expect(Date.parse(fields.get("Expires") ?? "")).toBeGreaterThan(
    Date.parse("2026-11-22"),
  );
  expect(pageAt(fixture, "/robots.txt")).toMatch(/^Sitemap: https/m);
});
