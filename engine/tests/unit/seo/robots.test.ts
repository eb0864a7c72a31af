import { describe, expect, test } from "vitest";
import { crawlers, toRobots } from "#seo/robots.ts";
import { mayRead } from "../../support/robots-reader.ts";
import { printedBy } from "../run-node.ts";

const training = crawlers.flatMap(({ training }) => training);
const answering = crawlers.flatMap(({ answering }) => answering);
const readersOf = (robots: string, names: string[], path = "/articles/a/") =>
  names.filter((name) => mayRead(robots, name, path));

describe("robots.txt says what the owner chose", () => {
  test.each([
    ["welcome", training, answering],
    ["search-only", [], answering],
    ["refused", [], []],
  ] as const)("%s", (choice, trainers, answerers) => {
    const robots = toRobots(choice);
    expect(readersOf(robots, training)).toEqual(trainers);
    expect(readersOf(robots, answering)).toEqual(answerers);
    // A choice about AI does not concern search engines.
    expect(
      readersOf(robots, ["Googlebot", "Bingbot", "Applebot", "anybody"]),
    ).toHaveLength(4);
    expect(robots).toMatch(
      /^Sitemap: https:\/\/saucepan\.example\/sitemap-index\.xml$/m,
    );
  });

  test("style sheets, scripts and the search index are open to all", () => {
    for (const path of ["/_astro/a.css", "/_astro/a.js", "/pagefind/a.js"])
      expect(mayRead(toRobots("search-only"), "Googlebot", path)).toBe(true);
  });

  test("below a base path it covers only that path", () => {
    const robots = printedBy(
      `import { toRobots } from "gatepost/seo/robots.ts"; console.log(toRobots("refused"));`,
      { SITE_BASE: "/journal/" },
    );
    expect(mayRead(robots, "GPTBot", "/journal/articles/a/")).toBe(false);
    expect(mayRead(robots, "GPTBot", "/another/")).toBe(true);
    expect(mayRead(robots, "anybody", "/journal/articles/a/")).toBe(true);
    expect(robots).toContain(
      "Sitemap: https://saucepan.example/journal/sitemap-index.xml",
    );
  });
});

test("the reader in these tests follows RFC 9309", () => {
  const robots = `# Two names, then rules
User-agent: One
user-agent: two
Disallow: /a
Allow: /a/b # but this

User-agent: *
Disallow: /
User-agent: two
Disallow: /c
User-agent: free
Disallow:
`;
  const reads = (name: string) =>
    ["/a", "/a/b", "/c", "/d"].filter((path) => mayRead(robots, name, path));
  expect(reads("one")).toEqual(["/a/b", "/c", "/d"]);
  expect(reads("Two")).toEqual(["/a/b", "/d"]);
  expect(reads("three")).toEqual([]);
  expect(reads("free")).toHaveLength(4);
});

test("every crawler is listed once, by a name that is valid in robots.txt", () => {
  const names = [...training, ...answering];
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(
    names.length,
  );
  expect(names.filter((name) => !/^[A-Za-z_-]+$/.test(name))).toEqual([]);
});
