import { beforeAll, describe, expect, test } from "vitest";
import { anArticleFile } from "../support/an-article.ts";
import {
  buildSite,
  makeSite,
  pageAt,
  type Dist,
} from "../support/build-site.ts";
import { ground } from "../support/fixture.ts";
import { readContentFile, runCommand } from "../support/run-command.ts";
import { canary } from "../support/site-content.ts";

const oldId = "tag:saucepan.example,2026:/articles/first-name/";
const aliases = (name: string) => ({
  title: `${name} ${canary}`,
  aliases: [`/${name}-${canary}/`],
});
/** An old address with every punctuation character that an alias may have. */
const odd = "/c++/it's-new,(a:b)=c;d@e&f!/";
let dist: Dist;

beforeAll(async () => {
  const root = makeSite([
    ...ground,
    [
      "articles/first-name.md",
      anArticleFile(
        {
          title: "Renamed",
          aliases: ["/2019/renamed.html", "/café/", odd],
        },
        "A text.\n\n## Why\n\nBecause.\n",
      ),
    ],
    [
      "articles/linking.md",
      anArticleFile(
        { title: "Linking" },
        "To [it](/articles/first-name/#why).\n",
      ),
    ],
    ["articles/taken-back.md", anArticleFile({ title: "Taken back" })],
    [
      `articles/draft-${canary}.md`,
      anArticleFile({ ...aliases("draft"), draft: true }),
    ],
    [
      `articles/scheduled-${canary}.md`,
      anArticleFile({ ...aliases("scheduled"), pubDate: "2026-12-01" }),
    ],
    [
      `articles/never-appeared-${canary}.md`,
      anArticleFile({ ...aliases("never-appeared"), pubDate: "2026-12-01" }),
    ],
  ]);
  for (const [command, ...args] of [
    ["publish", "--unrecorded"],
    ["rename", "first-name", "second-name"],
    ["unpublish", "taken-back", "--reason", "The <cake> & its book are gone."],
    ["unpublish", `never-appeared-${canary}`, "--reason", canary],
  ] as const) {
    const { code, err } = await runCommand(root, command, args);
    expect(code, err).toBe(0);
  }
  // What must not be seen is in the record.
  expect(readContentFile(root, "published.json")).toContain(canary);
  dist = await buildSite(root, { SITE_BASE: "/journal" });
});

describe("a renamed article", () => {
  test("is reached from its old address, in a browser and by what hosts read", () => {
    for (const address of ["/articles/first-name/", "/2019/renamed.html", odd])
      expect(pageAt(dist, address)).toContain(
        '<meta http-equiv="refresh" content="0; url=/journal/articles/second-name/">',
      );
    expect(pageAt(dist, "/_redirects")).toContain(
      `/journal/2019/renamed.html /journal/articles/second-name/ 301
/journal/caf%C3%A9/ /journal/articles/second-name/ 301
/journal/c++/it's-new,(a%3Ab)=c;d@e&f!/ /journal/articles/second-name/ 301
/journal/articles/first-name/ /journal/articles/second-name/ 301
`,
    );
    expect(pageAt(dist, "/.htaccess")).toContain(
      "RedirectMatch permanent ^/journal/c\\+\\+/it's-new,\\(a:b\\)=c;d@e&f!/?$ /journal/articles/second-name/\n",
    );
    expect(pageAt(dist, "/.htaccess")).toContain(
      "RedirectMatch permanent ^/journal/articles/first-name/?$ /journal/articles/second-name/\n",
    );
  });

  test("is the one that subscribers know", () => {
    const feed = pageAt(dist, "/rss.xml");
    expect(feed).toContain(`<guid isPermaLink="false">${oldId}</guid>`);
    expect(feed).toContain("/journal/articles/second-name/</link>");
    expect(feed).not.toContain("second-name/</guid>");
  });

  test("is linked to by its new name", () => {
    expect(pageAt(dist, "/articles/linking/")).toContain(
      'href="/journal/articles/second-name/#why"',
    );
  });
});

describe("an article that was withdrawn", () => {
  test("leaves a page that says so, when and why, and where the others are", () => {
    const page = pageAt(dist, "/articles/taken-back/");
    expect(page).toContain("This article has been withdrawn");
    expect(page).toContain('<time datetime="2026-06-15">15 June 2026</time>');
    expect(page).toContain("Reason: The &lt;cake&gt; &amp; its book are gone.");
    expect(page).toContain('href="/journal/archive/"');
    expect(page).toContain('<meta name="robots" content="noindex">');
  });

  test("is gone for search engines and in feeds", () => {
    expect(pageAt(dist, "/.htaccess")).toContain(
      "RedirectMatch gone ^/journal/articles/taken-back/?$\n",
    );
    expect(pageAt(dist, "/articles/taken-back/.htaccess")).toBe(
      "ErrorDocument 410 /journal/articles/taken-back/index.html\n",
    );
    for (const list of ["/rss.xml", "/sitemap-0.xml", "/archive/2026/"])
      expect(pageAt(dist, list)).not.toContain("taken-back");
  });
});

test("nothing of what never appeared is anywhere, neither its address nor its aliases", () => {
  expect(
    [...dist].filter(
      ([path, bytes]) => path.includes(canary) || bytes.includes(canary),
    ),
  ).toEqual([]);
});
