import { describe, expect, test } from "vitest";
import { toGoneHtaccess, toHtaccess, toRedirects } from "#seo/host-files.ts";
import { printedBy } from "../run-node.ts";

const redirects = {
  moved: [
    { from: "/old/", to: "/articles/new/" },
    { from: "/2019/a.html", to: "/articles/a/" },
    { from: "/café/", to: "/articles/coffee/" },
  ],
  gone: ["/articles/back/"],
};

describe("old addresses redirect", () => {
  test("on Netlify and Cloudflare Pages, with other characters than ASCII escaped", () => {
    expect(toRedirects(redirects)).toBe(`/old/ /articles/new/ 301
/2019/a.html /articles/a/ 301
/caf%C3%A9/ /articles/coffee/ 301
${["categories", "series", "tags", "authors"]
  .flatMap((kind) =>
    ["atom.xml", "feed.json"].map(
      (file) => `/${kind}/:slug/${file} /${kind}/:slug/rss.xml 301\n`,
    ),
  )
  .join("")}`);
  });

  test("on Apache, which compares the whole unescaped address", () => {
    const text = toHtaccess(redirects);
    expect(text).toBe(`ErrorDocument 404 /404.html
AddType "text/markdown; charset=utf-8" .md
RedirectMatch permanent ^/old/?$ /articles/new/
RedirectMatch permanent ^/2019/a\\.html/?$ /articles/a/
RedirectMatch permanent ^/café/?$ /articles/coffee/
${["categories", "series", "tags", "authors"]
  .flatMap((kind) =>
    ["atom\\.xml", "feed\\.json"].map(
      (file) =>
        `RedirectMatch permanent ^/${kind}/([^/]+)/${file}/?$ /${kind}/$1/rss.xml\n`,
    ),
  )
  .join("")}RedirectMatch gone ^/articles/back/?$
`);
    const patterns = [...text.matchAll(/\^\S+\$/g)].map(
      ([pattern]) => new RegExp(pattern),
    );
    const leads = (address: string) =>
      patterns.findIndex((pattern) => pattern.test(address));
    expect(leads("/old")).toBe(0);
    expect(leads("/2019/a.html")).toBe(1);
    expect(leads("/2019/aXhtml")).toBe(-1);
    expect(leads("/old/picture.png")).toBe(-1);
    // The page that says so is not gone itself.
    expect(leads("/articles/back/index.html")).toBe(-1);
    expect(toGoneHtaccess("/articles/back/")).toBe(
      "ErrorDocument 410 /articles/back/index.html\n",
    );
  });

  test("below the base path", () => {
    const printed = printedBy(
      `import { toHtaccess, toRedirects } from "gatepost/seo/host-files.ts";
       const moves = ${JSON.stringify(redirects)};
       console.log(toRedirects(moves) + toHtaccess(moves));`,
      { SITE_BASE: "/journal" },
    );
    expect(printed).toContain("/journal/old/ /journal/articles/new/ 301");
    expect(printed).toContain(
      "RedirectMatch permanent ^/journal/old/?$ /journal/articles/new/",
    );
    expect(printed).toContain("RedirectMatch gone ^/journal/articles/back/?$");
    expect(printed).toContain("ErrorDocument 404 /journal/404.html");
  });
});
