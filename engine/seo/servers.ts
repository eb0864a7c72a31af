import { toHref } from "#urls.ts";
import { revalidate, toPattern, type HeaderRule } from "./headers.ts";
import { toMovePattern, type Move } from "./host-files.ts";

export type Hosted = {
  rules: HeaderRule[];
  moves: Move[];
  /** Addresses of withdrawn articles, below the base. */
  gone: string[];
};

const indent = (lines: readonly string[]) => lines.map((line) => `\t${line}`);
/** A string of a Caddyfile in which nothing is escaped. */
const raw = (text: string) => `\`${text}\``;
const quote = (text: string) => `"${text.replace(/["\\]/g, "\\$&")}"`;
const everything = "/*";

/** Directives for a site of Caddy 2, to import after `root`. */
export function toCaddyfile({ rules, moves, gone }: Hosted): string {
  const toHeaders = (headers: HeaderRule["headers"], matcher: string) =>
    Object.entries(headers).map(
      ([name, value]) => `header ${matcher}${name} ${raw(value)}`,
    );
  const serve = ["file_server {", "\tprecompressed br gzip", "}"];
  const named = rules.filter(({ path }) => path !== everything);
  return [
    "# Written by npm run host: import it into your Caddyfile, after root.",
    "map {path} {moved} {",
    ...indent(
      moves.map(
        ({ from, to }) =>
          `${raw(`~${toMovePattern(from)}`)} ${raw(to.replace(":slug", "${1}"))}`,
      ),
    ),
    "}",
    "route {",
    ...indent([
      ...rules
        .filter(({ path }) => path === everything)
        .flatMap(({ headers }) => toHeaders(headers, "")),
      "@moved vars_regexp {moved} ^/",
      "redir @moved {moved} 301",
      ...gone.map((address) => `error ${raw(address)} 410`),
      ...named.flatMap(({ path, headers }, index) => [
        `@rule${index} path_regexp rule${index} ${raw(toPattern(path))}`,
        ...toHeaders(
          Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [
              name,
              value.replace(":slug", `{re.rule${index}.1}`),
            ]),
          ),
          `@rule${index} `,
        ),
      ]),
      ...serve,
    ]),
    "}",
    "handle_errors {",
    ...indent([
      ...toHeaders(
        {
          "Content-Type": "text/html; charset=utf-8",
          "Cache-Control": revalidate,
        },
        "",
      ),
      "header -Link",
      "@missing not expression `{err.status_code} == 410`",
      `rewrite @missing ${toHref("/404.html")}`,
      ...serve,
    ]),
    "}",
    "",
  ].join("\n");
}

/** Directives for a server block of nginx, to include after `root`. */
export function toNginx({ rules, moves, gone }: Hosted): string {
  const all = rules.find(({ path }) => path === everything)?.headers ?? {};
  const named = rules.filter(({ path }) => path !== everything);
  const names = [
    ...new Set(rules.flatMap(({ headers }) => Object.keys(headers))),
  ].filter((name) => name !== "Content-Type");
  const toVariable = (name: string) =>
    `$${name.toLowerCase().replaceAll("-", "_")}`;
  // The index page of a folder is a request of its own.
  const toUriPattern = (path: string) =>
    toPattern(path).replace(/\/\$$/, "/(?:index\\.html)?$$");
  const redirect = (location: string, to: string) =>
    `location ${location} { set $link ""; return 301 ${quote(to)}; }`;
  return [
    "# Written by npm run host: include it in your server block, after root.",
    "include /etc/nginx/mime.types;",
    "charset utf-8;",
    "charset_types text/plain text/css text/xml text/markdown text/x-opml application/javascript application/json application/feed+json image/svg+xml;",
    "absolute_redirect off;",
    "server_tokens off;",
    "gzip_static on;",
    "gzip_vary on;",
    "# From the package libnginx-mod-http-brotli-static; delete this line if you do not have it.",
    "brotli_static on;",
    // A folder without an index page.
    `error_page 403 404 =404 ${toHref("/404.html")};`,
    ...names.map(
      (name) => `set ${toVariable(name)} ${quote(all[name] ?? "")};`,
    ),
    ...named.flatMap(({ path, headers }) =>
      Object.entries(headers).flatMap(([name, value]) =>
        name === "Content-Type"
          ? []
          : `if ($uri ~ ${quote(toUriPattern(path))}) { set ${toVariable(name)} ${quote(value.replace(":slug", "$1"))}; }`,
      ),
    ),
    ...names.map((name) => `add_header ${name} ${toVariable(name)} always;`),
    ...moves.flatMap(({ from, to }) =>
      from.includes(":slug")
        ? redirect(`~ ${quote(toMovePattern(from))}`, to.replace(":slug", "$1"))
        : [
            ...new Set([
              decodeURIComponent(from),
              decodeURIComponent(from).replace(/\/?$/, ""),
            ]),
          ].map((address) => redirect(`= ${quote(address)}`, to)),
    ),
    ...gone.map(
      (address) => `location = ${quote(address)} { set $link ""; return 410; }`,
    ),
    ...(gone.length > 0
      ? [
          "error_page 410 @gone;",
          "location @gone { try_files ${uri}index.html =410; }",
        ]
      : []),
    // The first expression that matches counts, so these come after redirects.
    ...named.flatMap(({ path, headers }) =>
      headers["Content-Type"]
        ? `location ~ ${quote(toPattern(path))} { types {} default_type ${quote(headers["Content-Type"])}; }`
        : [],
    ),
    "",
  ].join("\n");
}

export const toVercel = ({ rules, moves }: Hosted): string => {
  const toSource = (path: string) =>
    path.replace(/[.+?^$()[\]{}|\\!]/g, "\\$&").replaceAll("*", "(.*)");
  // Vercel serves the output directory at the root, and takes its 404.html from there.
  const base = toHref("/").slice(1);
  const output = base ? "dist-vercel" : "dist";
  const copy = base
    ? ` && mkdir -p ${output}/${base} && cp -r dist/. ${output}/${base} && cp dist/404.html ${output}/`
    : "";
  return JSON.stringify({
    $schema: "https://openapi.vercel.sh/vercel.json",
    framework: null,
    buildCommand: `npm run build && npm run audit${copy}`,
    outputDirectory: output,
    trailingSlash: true,
    redirects: moves.map(({ from, to }) => ({
      source: toSource(from),
      destination: to,
      statusCode: 301,
    })),
    headers: rules.map(({ path, headers }) => ({
      source: toSource(path),
      headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
    })),
  });
};
