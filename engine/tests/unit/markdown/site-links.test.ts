import { describe, expect, test } from "vitest";
import { printedBy } from "../run-node.ts";
import { render } from "./render.ts";

const links = [
  "/",
  "/articles/a/",
  "/articles/a/?b=c#d",
  "#part",
  "../b/",
  "//cdn.example/",
  "https://example.org/articles/a/",
  "mailto:me@example.org",
];
const text = `${links.map((link) => `[a](${link})`).join("\n")}
[by reference][r]

[r]: /about/
`;
const hrefs = (html: string) =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

describe("writers link to addresses without the base path", () => {
  test("at the root of a host the link stays", async () => {
    expect(hrefs((await render(text)).code)).toEqual([...links, "/about/"]);
  });

  test("under a base path only internal links get that path", () => {
    const html = printedBy(
      `import { render } from "gatepost/tests/unit/markdown/render.ts";
      console.log((await render(${JSON.stringify(text)})).code);`,
      { SITE_BASE: "/journal/" },
    );
    expect(hrefs(html)).toEqual([
      "/journal/",
      "/journal/articles/a/",
      "/journal/articles/a/?b=c#d",
      ...links.slice(3),
      "/journal/about/",
    ]);
  });
});
