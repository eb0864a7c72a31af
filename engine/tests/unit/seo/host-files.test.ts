import { describe, expect, test } from "vitest";
import { toHeaderRules, toHeadersFile } from "#seo/headers.ts";
import {
  readRedirects,
  toGoneFile,
  toHtaccess,
  toMoves,
  toRedirects,
} from "#seo/host-files.ts";
import { toContentSignal } from "#seo/robots.ts";
import { toCaddyfile, toNginx, toVercel } from "#seo/servers.ts";
import { printedBy } from "../run-node.ts";

const aliases = [
  { from: "/old/", to: "/articles/new/" },
  { from: "/2019/a.html", to: "/articles/a/" },
  { from: "/café/", to: "/articles/coffee/" },
  { from: "/a:b/", to: "/articles/b/" },
];
const moves = toMoves(aliases);
const gone = ["/articles/back/"];
const policy = "default-src 'none';frame-ancestors 'none'";
const rules = toHeaderRules(policy);
const feeds = ["categories", "series", "tags", "authors"].flatMap((kind) =>
  ["atom.xml", "feed.json"].map((file) => [kind, file] as const),
);

test("an article's former address redirects its Markdown copy too, and a former series its feeds", () => {
  expect(
    toMoves([
      { from: "/articles/old/", to: "/articles/new/" },
      { from: "/series/bread/", to: "/articles/new/" },
      { from: "/2019/pan.html", to: "/tools/pan/" },
    ]).slice(0, -feeds.length),
  ).toEqual([
    { from: "/articles/old/", to: "/articles/new/" },
    { from: "/articles/old.md", to: "/articles/new.md" },
    { from: "/series/bread/", to: "/articles/new/" },
    { from: "/series/bread/rss.xml", to: "/rss.xml" },
    { from: "/series/bread/atom.xml", to: "/atom.xml" },
    { from: "/series/bread/feed.json", to: "/feed.json" },
    { from: "/2019/pan.html", to: "/tools/pan/" },
  ]);
});

describe("old addresses redirect", () => {
  test("on Netlify and Cloudflare, with other characters than ASCII escaped", () => {
    const text = toRedirects(moves);
    expect(text).toBe(`/old/ /articles/new/ 301
/2019/a.html /articles/a/ 301
/caf%C3%A9/ /articles/coffee/ 301
/a%3Ab/ /articles/b/ 301
${feeds.map(([kind, file]) => `/${kind}/:slug/${file} /${kind}/:slug/rss.xml 301\n`).join("")}`);
    expect(readRedirects(text)).toEqual(moves);
    for (const own of ["# Old ones\n", "/a/  /b/ 301\n", "/a/ /b/ 302\n"])
      expect(readRedirects(own)).toBeUndefined();
  });

  test("on Apache, which compares the whole unescaped address", () => {
    const text = toHtaccess(moves, policy);
    expect(text).toContain(`ErrorDocument 404 /404.html
AddDefaultCharset utf-8
Options -Indexes
RedirectMatch permanent ^/old/?$ /articles/new/
RedirectMatch permanent ^/2019/a\\.html/?$ /articles/a/
RedirectMatch permanent ^/café/?$ /articles/coffee/
RedirectMatch permanent ^/a:b/?$ /articles/b/
${feeds.map(([kind, file]) => `RedirectMatch permanent ^/${kind}/([a-z0-9-]+)/${file.replace(".", "\\.")}/?$ /${kind}/$1/rss.xml\n`).join("")}<IfModule`);
    const patterns = [...text.matchAll(/^RedirectMatch \w+ (\S+)/gm)].map(
      ([, pattern = ""]) => new RegExp(pattern),
    );
    const leads = (address: string) =>
      patterns.findIndex((pattern) => pattern.test(address));
    expect(leads("/old")).toBe(0);
    expect(leads("/2019/a.html")).toBe(1);
    expect(leads("/2019/aXhtml")).toBe(-1);
    expect(leads("/old/picture.png")).toBe(-1);
    // The page that says so is not gone itself.
    expect(toGoneFile("/articles/back/")).toEqual([
      "articles/back/.htaccess",
      "ErrorDocument 410 /articles/back/index.html\nRedirectMatch gone ^/articles/back/?$\n",
    ]);
    expect(toGoneFile("/2019/back.html")).toEqual([
      "2019/back.html/.htaccess",
      "ErrorDocument 410 /2019/back.html/index.html\nRedirectMatch gone ^/2019/back\\.html/?$\n",
    ]);
  });

  test("on Vercel, whose patterns have signs of their own", () => {
    const { redirects } = JSON.parse(toVercel({ rules, moves, gone })) as {
      redirects: { source: string }[];
    };
    expect(redirects[0]).toEqual({
      source: "/old/",
      destination: "/articles/new/",
      statusCode: 301,
    });
    expect(redirects[1]?.source).toBe("/2019/a\\.html");
    expect(redirects[4]).toEqual({
      source: "/categories/:slug/atom\\.xml",
      destination: "/categories/:slug/rss.xml",
      statusCode: 301,
    });
  });

  test("below the base path", () => {
    const printed = printedBy(
      `import { toGoneFile, toHtaccess, toMoves, toRedirects } from "gatepost/seo/host-files.ts";
       import { toHeadersFile } from "gatepost/seo/headers.ts";
       const moves = toMoves(${JSON.stringify(aliases)});
       console.log(toRedirects(moves) + toHtaccess(moves, "p") + toGoneFile("/articles/back/")[1] + toHeadersFile("p", []));`,
      { SITE_BASE: "/journal" },
    );
    for (const line of [
      "/journal/old/ /journal/articles/new/ 301",
      "RedirectMatch permanent ^/journal/old/?$ /journal/articles/new/",
      "RedirectMatch gone ^/journal/articles/back/?$",
      "ErrorDocument 404 /journal/404.html",
      "/journal/_astro/*",
      "/journal/articles/*",
    ])
      expect(printed).toContain(`${line}\n`);
  });
});

type Headers = Record<string, string>;
/** The headers that a host sends, read from its file as the host reads it: of two values the later one counts. */
const hosts: Record<string, (address: string) => Headers> = {
  Caddy: (address) => {
    const text = toCaddyfile({ rules, moves, gone });
    const [site = ""] = text.split("handle_errors");
    const expressions = new Map(
      [...site.matchAll(/@(rule\d+) path_regexp \w+ `(.*)`/g)].map(
        ([, name, pattern]) => [name, new RegExp(pattern as string)],
      ),
    );
    const sent: Headers = {};
    for (const [, rule, name = "", value = ""] of site.matchAll(
      /header (?:@(rule\d+) )?([\w-]+) `(.*)`/g,
    )) {
      const found = rule ? expressions.get(rule)?.exec(address) : [];
      if (found)
        sent[name] = value.replace(`{re.${rule ?? ""}.1}`, found[1] ?? "");
    }
    return sent;
  },
  nginx: (address) => {
    const text = toNginx({ rules, moves, gone });
    const unquote = (value = "") => value.replace(/\\(["\\])/g, "$1");
    const variables: Headers = {};
    for (const [, pattern, name = "", value] of text.matchAll(
      /^(?:if \(\$uri ~ "(.*)"\) \{ )?set (\$\w+) "((?:\\.|[^"])*)";/gm,
    )) {
      const found =
        pattern === undefined ? [] : new RegExp(unquote(pattern)).exec(address);
      if (found) variables[name] = unquote(value).replace("$1", found[1] ?? "");
    }
    const type = [
      ...text.matchAll(/location ~ "(.*)" \{ types \{\} default_type "(.*)";/g),
    ].find(([, pattern]) => new RegExp(unquote(pattern)).test(address))?.[2];
    return {
      ...Object.fromEntries(
        [...text.matchAll(/^add_header (\S+) (\S+) always;/gm)].flatMap(
          ([, name = "", variable = ""]) =>
            variables[variable] ? [[name, variables[variable]]] : [],
        ),
      ),
      ...(type ? { "Content-Type": type } : {}),
    };
  },
  Vercel: (address) => {
    const { headers } = JSON.parse(toVercel({ rules, moves, gone })) as {
      headers: { source: string; headers: { key: string; value: string }[] }[];
    };
    const sent: Headers = {};
    for (const { source, headers: own } of headers) {
      const found = new RegExp(
        `^${source.replace(":slug", "(?<slug>[^/]+)")}$`,
      ).exec(address);
      for (const { key, value } of found ? own : [])
        sent[key] = value.replace(":slug", found?.groups?.slug ?? "");
    }
    return sent;
  },
  Apache: (address) => {
    const sent: Headers = {};
    for (const [, name = "", value = "", pattern] of toHtaccess(
      moves,
      policy,
    ).matchAll(
      /^Header (?:always )?set (\S+) "([^"]*)"(?: "expr=.*m#(.*)#")?/gm,
    ))
      if (!pattern || new RegExp(pattern).test(address)) sent[name] = value;
    return sent;
  },
  "Netlify and Cloudflare": (address) => {
    const sent: Headers = {};
    for (const block of toHeadersFile(policy, ["/about/"]).split("\n\n")) {
      const [path = "", ...lines] = block.trim().split("\n");
      if (
        path.endsWith("*")
          ? !address.startsWith(path.slice(0, -1))
          : address !== path
      )
        continue;
      for (const line of lines) {
        const [, name = "", value = ""] = /^ {2}(\S+): (.*)$/.exec(line) ?? [];
        sent[name] = sent[name] ? `${sent[name]}, ${value}` : value;
      }
    }
    return sent;
  },
};
const cache = "Cache-Control";
const policyName = "Content-Security-Policy";

describe("headers", () => {
  const addresses = [
    "/",
    "/about/",
    "/articles/bread/",
    "/articles/page/2/",
    "/articles/bread.md",
    "/_astro/style.1a2b.css",
    "/_astro/plan.1a2b.svg",
    "/pagefind/fragment/en_1a2b.pf_fragment",
    "/pagefind/pagefind.js",
    "/tags/baking/feed.json",
    "/feeds.opml",
    "/2019/a.html",
  ];

  test("on Caddy, nginx and Vercel are the same", () => {
    for (const address of addresses) {
      const sent = hosts.Caddy?.(address);
      expect(sent?.[policyName], address).toMatch(/frame-ancestors 'none'$/);
      expect(hosts.nginx?.(address), address).toEqual(sent);
      expect(hosts.Vercel?.(address), address).toEqual(sent);
    }
    expect(hosts.Caddy?.("/articles/bread/")).toEqual({
      "Strict-Transport-Security": "max-age=31536000",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      "Permissions-Policy":
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Content-Signal": "search=yes, ai-input=yes, ai-train=yes",
      [policyName]: policy,
      [cache]: "public, max-age=0, must-revalidate",
      Link: '</articles/bread.md>; rel="alternate"; type="text/markdown"',
    });
    expect(hosts.Caddy?.("/articles/bread.md")).toHaveProperty(
      "X-Robots-Tag",
      "noindex",
    );
  });

  test("on Apache are the same, but for Link", () => {
    for (const address of addresses) {
      const { Link: _, ...sent } = hosts.Caddy?.(address) ?? {};
      expect(hosts.Apache?.(address), address).toEqual(sent);
    }
  });

  test("on Netlify and Cloudflare are the same, but for Link, types, noindex for copies, and what these hosts send by themselves", () => {
    for (const address of addresses) {
      const sent = { ...hosts.Caddy?.(address) };
      delete sent.Link;
      delete sent["Content-Type"];
      delete sent["X-Robots-Tag"];
      if (!sent[cache]?.includes("immutable")) delete sent[cache];
      // Both policies of a page count, and one forbids nothing that the other allows.
      const isPage = /^\/(?:about\/|articles\/.*)?$|^\/tags\//.test(address);
      sent[policyName] = `frame-ancestors 'none'${isPage ? `, ${policy}` : ""}`;
      expect(hosts["Netlify and Cloudflare"]?.(address), address).toEqual(sent);
    }
  });

  test("have no more rules and no longer lines than Cloudflare reads", () => {
    const pages = Array.from({ length: 200 }, (_, index) => `/page-${index}/`);
    const lines = toHeadersFile("x".repeat(1900), pages).split("\n");
    expect(lines.filter((line) => line.startsWith("/"))).toHaveLength(100);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(2000);
  });

  test("say what texts may be used for, as the site decided", () => {
    expect(toContentSignal("search-only")).toBe(
      "search=yes, ai-input=yes, ai-train=no",
    );
    expect(toContentSignal("refused")).toBe(
      "search=yes, ai-input=no, ai-train=no",
    );
  });
});
