import { addresses, toHref } from "#urls.ts";
import { site } from "#site.ts";
import { toContentSignal } from "./robots.ts";

/** Headers of the answers for some addresses: `*` stands for anything, `:slug` for one segment. */
export type HeaderRule = { path: string; headers: Record<string, string> };

const csp = "Content-Security-Policy";
const cache = "Cache-Control";

const everywhere: Record<string, string> = {
  // Other sites on subdomains are not ours to decide about.
  ...(site.address.startsWith("https:")
    ? { "Strict-Transport-Security": "max-age=31536000" }
    : {}),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy":
    "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Content-Signal": toContentSignal(site.aiCrawlers),
};

/** An answer may be stored, but the server is asked whether it has changed. */
export const revalidate = "public, max-age=0, must-revalidate";

/** Files with a hash of their content in their name. */
const hashed = [
  "/_astro/*",
  ...["filter", "fragment", "index"].map(
    (folder) => `${addresses.searchIndex}${folder}/*`,
  ),
  `${addresses.searchIndex}*.pf_meta`,
].map((path) => ({
  path: toHref(path),
  headers: { [cache]: "public, max-age=31536000, immutable" },
}));

/** The types of files that not every server knows. */
const types = Object.entries({
  "/*.md": "text/markdown; charset=utf-8",
  "/*.opml": "text/x-opml; charset=utf-8",
  "/*.webmanifest": "application/manifest+json",
  "/*feed.json": "application/feed+json; charset=utf-8",
  "/*feed-*.json": "application/feed+json; charset=utf-8",
}).map(([path, type]) => ({ path, headers: { "Content-Type": type } }));

/**
 * The rules for hosts that match any pattern; of two values for a header, the later one counts.
 * @param policy the content security policy of the whole site
 */
export const toHeaderRules = (policy: string): HeaderRule[] => [
  {
    path: "/*",
    headers: { ...everywhere, [csp]: policy, [cache]: revalidate },
  },
  // Firefox applies the policy to the styles in a picture too: https://github.com/nextcloud/server/pull/18140
  {
    path: "/*.svg",
    headers: { [csp]: "script-src 'none';frame-ancestors 'none'" },
  },
  ...hashed,
  ...types,
  // Search engines list the page. No file can name the copies of unlisted articles, so it is all of them.
  { path: toHref("/*.md"), headers: { "X-Robots-Tag": "noindex" } },
  {
    path: toHref(addresses.article(":slug")),
    headers: {
      Link: `<${toHref(addresses.articleText(":slug"))}>; rel="alternate"; type="text/markdown"`,
    },
  },
];

/**
 * `_headers` for Netlify and Cloudflare. Both combine the values of all rules that match, allow `*` only at the end and
 * replace nothing in values, or not in the same way; so the policy is set on each folder with pages, not on pictures.
 * Cloudflare reads 100 rules.
 */
export function toHeadersFile(policy: string, pages: readonly string[]) {
  const folders = [
    addresses.articles,
    addresses.archive,
    addresses.topics,
    ...(["category", "tag", "author", "series"] as const).map((kind) =>
      addresses[kind]("*").replace("*/", ""),
    ),
    addresses.search,
    addresses.readingList,
    addresses.subscribe,
    addresses.subscribed,
    ...pages,
  ].map((folder) => `${folder}*`);
  const rules: HeaderRule[] = [
    { path: "/*", headers: { ...everywhere, [csp]: "frame-ancestors 'none'" } },
    ...hashed.filter(({ path }) => path.endsWith("*")),
    ...[addresses.home, ...folders].map((path) => ({
      path: toHref(path),
      headers: { [csp]: policy },
    })),
  ];
  return rules
    .slice(0, 100)
    .map(
      ({ path, headers }) =>
        `${encodeURI(path)}\n${Object.entries(headers)
          .map(([name, value]) => `  ${name}: ${value}\n`)
          .join("")}`,
    )
    .join("\n");
}

/** A path as a regular expression. Servers copy the slug into a header, so it must match no line break, even escaped. */
export const toPattern = (path: string): string =>
  `^${path
    .replace(/[.+?^$()[\]{}|\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll(":slug", "([a-z0-9-]+)")}$`;
