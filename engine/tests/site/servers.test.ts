import { hash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, extname, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { readPolicy } from "#policy.ts";
import { pageAt, readDist } from "../support/build-site.ts";
import { base, journalEnvironment } from "../support/journal.ts";
import { toScore } from "../support/observatory.ts";
import { runCommand } from "../support/run-command.ts";
import { ask, webServers, type RunningServer } from "../support/web-servers.ts";

const sites = {
  "the site": { root: inject("site"), base: "/", env: {} },
  "the journal, below a path": {
    root: inject("journal").root,
    base,
    env: journalEnvironment,
  },
};

/** Types by ending, or by the end of the name; undefined where any type does. */
const types: [ending: string, type: RegExp | undefined][] = [
  [".json", /^application\/(?:feed\+)?json/],
  [".html", /^text\/html; charset=utf-8$/i],
  [".css", /^text\/css; charset=utf-8$/i],
  [".js", /^(?:text|application)\/javascript; charset=utf-8$/i],
  [".md", /^text\/markdown; charset=utf-8$/],
  [".opml", /^text\/x-opml; charset=utf-8$/],
  [".svg", /^image\/svg\+xml/],
  [".txt", /^text\/plain; charset=utf-8$/i],
  [".webmanifest", /^application\/manifest\+json/],
  [".xml", /^(?:text|application)\/xml/],
  [".woff2", /^font\/woff2$/],
  [".png", /^image\/png$/],
  [".webp", /^image\/webp$/],
  [".avif", /^image\/avif$|^application\/octet-stream$/],
  [".ico", /^image\//],
  // Pagefind reads bytes, whatever their type.
  [".pagefind", undefined],
  [".pf_fragment", undefined],
  [".pf_filter", undefined],
  [".pf_index", undefined],
  [".pf_meta", undefined],
];

/** Astro adds the hash of an empty style to every page; there is no such style. */
const emptyStyle = `'sha256-${hash("sha256", "", "base64")}'`;

describe.each(webServers)("$name", ({ name, missing, start }) => {
  describe.skipIf(missing).each(Object.entries(sites))(
    `%s${missing ? ` (not tried: ${missing})` : ""}`,
    (_, { root, base, env }) => {
      const dist = readDist(root);
      // Without the pages that redirect and the one that is gone.
      const files = [...dist.keys()].filter(
        (file) =>
          !/(?:^|\/)(?:_headers|_redirects|\.htaccess)$/.test(file) &&
          (!file.endsWith(".html") ||
            file === "index.html" ||
            /^(?:articles\/|about\/)/.test(file)) &&
          !file.startsWith("articles/withdrawn/"),
      );
      let server: RunningServer;
      const get = (
        address: string,
        headers?: Record<string, string>,
        method?: string,
      ) =>
        ask(
          `${server.url}${base}${encodeURI(address).slice(1)}`,
          headers,
          method,
        );

      beforeAll(async () => {
        // What one server can serve so can the other: compressed once, half of the time.
        const before = join(root, "dist-caddy/site");
        if (name === "nginx" && existsSync(before))
          cpSync(before, join(root, "dist-nginx/site"), { recursive: true });
        const { code, err } = await runCommand(root, "host", [name], env);
        expect(err.replace(/Compressing.*\n/, "")).toBe("");
        expect(code).toBe(0);
        server = await start(join(root, `dist-${name}`));
      });
      afterAll(() => server?.stop());

      test("every file is served as built, each kind with its type", async () => {
        const seen = new Set<string>();
        for (const file of files) {
          const [ending, type] =
            types.find(([ending]) => `/${file}`.endsWith(ending)) ?? [];
          expect(ending, `no type is known for ${file}`).toBeDefined();
          if (seen.has(ending as string)) continue;
          seen.add(ending as string);
          const { status, headers, body } = await get(
            `/${file.replace(/(^|\/)index\.html$/, "$1")}`,
          );
          expect(status, file).toBe(200);
          expect(body.equals(dist.get(file) as Buffer), file).toBe(true);
          if (type) expect(headers["content-type"], file).toMatch(type);
        }
        expect(seen.size).toBeGreaterThan(15);
      });

      test("files for other hosts are not served", async () => {
        for (const file of ["/_headers", "/_redirects", "/.htaccess"])
          expect((await get(file)).status).toBe(404);
      });

      test("texts are compressed in advance, and only for those who ask", async () => {
        for (const [encoding, expand] of [
          ["br", brotliDecompressSync],
          ["gzip", gunzipSync],
        ] as const)
          for (const [address, file] of [
            ["/", "index.html"],
            ["/rss.xml", "rss.xml"],
            ["/articles/everything.md", "articles/everything.md"],
          ] as const) {
            const { headers, body } = await get(address, {
              "accept-encoding": encoding,
            });
            expect(headers["content-encoding"], address).toBe(encoding);
            expect(headers.vary, address).toMatch(/accept-encoding/i);
            expect(expand(body).equals(dist.get(file) as Buffer)).toBe(true);
          }
        const { headers } = await get("/");
        expect(headers["content-encoding"]).toBeUndefined();
      });

      test("files with a hash in their name are kept for ever, others are asked for again", async () => {
        const hashed = files.filter((file) =>
          /^_astro\/|^pagefind\/(?:filter|fragment|index)\/|\.pf_meta$/.test(
            file,
          ),
        );
        for (const kind of new Set(hashed.map((file) => extname(file)))) {
          const file = hashed.find((file) => file.endsWith(kind)) as string;
          const { headers } = await get(`/${file}`);
          expect(headers["cache-control"], file).toBe(
            "public, max-age=31536000, immutable",
          );
        }
        for (const address of [
          "/",
          "/rss.xml",
          "/pagefind/pagefind-entry.json",
          // What is missing today may be there tomorrow.
          "/_astro/missing.css",
        ])
          expect((await get(address)).headers["cache-control"], address).toBe(
            "public, max-age=0, must-revalidate",
          );
      });

      test("an unchanged file is answered with 304", async () => {
        for (const address of ["/", "/rss.xml"])
          for (const encoding of ["identity", "br"]) {
            const wanted = { "accept-encoding": encoding };
            const { headers } = await get(address, wanted);
            expect(headers.etag).toBeTruthy();
            const again = await get(address, {
              ...wanted,
              "if-none-match": headers.etag as string,
            });
            expect([again.status, again.body.length]).toEqual([304, 0]);
            const since = await get(address, {
              ...wanted,
              "if-modified-since": headers["last-modified"] as string,
            });
            expect(since.status).toBe(304);
          }
      });

      test("a range and a HEAD request are answered", async () => {
        const whole = dist.get("rss.xml") as Buffer;
        const part = await get("/rss.xml", { range: "bytes=10-19" });
        expect(part.status).toBe(206);
        expect(part.headers["content-range"]).toBe(
          `bytes 10-19/${whole.length}`,
        );
        expect(part.body.equals(whole.subarray(10, 20))).toBe(true);
        const head = await get("/rss.xml", {}, "HEAD");
        expect([head.status, head.body.length]).toEqual([200, 0]);
        expect(head.headers["content-length"]).toBe(String(whole.length));
      });

      test("every redirect leads to its page in one hop, with or without a slash at its end", async () => {
        const lines = pageAt(dist, "/_redirects").trim().split("\n");
        expect(lines.length).toBeGreaterThan(8);
        for (const line of lines) {
          const [from = "", to = ""] = line
            .replaceAll(":slug", "shared")
            .split(" ");
          for (const path of new Set([from, from.replace(/\/$/, "")])) {
            const { status, headers } = await ask(server.url + path);
            expect(status, path).toBe(301);
            expect(
              new URL(headers.location as string, server.url).pathname,
            ).toBe(to);
            expect(headers.link, path).toBeUndefined();
          }
          if (!line.includes(":slug"))
            expect((await ask(server.url + to)).status, to).toBe(200);
        }
      });

      test("no part of an address becomes a header", async () => {
        for (const sign of ["%0d%0ax-evil:%20yes", "%7Benv.HOME%7D"])
          for (const address of [
            "/tags/a/feed.json",
            "/tags/a/atom.xml",
            "/articles/a/",
          ]) {
            const path =
              base.slice(0, -1) + address.replace("/a/", `/${sign}/`);
            const { status, headers } = await ask(server.url + path);
            expect([path, status]).toEqual([path, 404]);
            expect(headers["x-evil"]).toBeUndefined();
          }
      });

      test("a missing page is the 404 page, with 404", async () => {
        for (const address of [
          "/nowhere/",
          "/nowhere",
          "/articles/nowhere/",
          "/articles/nowhere.md",
          "/cards/",
          "/%2e%2e/%2e%2e/etc/passwd",
        ]) {
          const { status, headers, body } = await get(address);
          expect([address, status]).toEqual([address, 404]);
          expect(headers["content-type"]).toMatch(/^text\/html/);
          expect(headers.link).toBeUndefined();
          expect(body.equals(dist.get("404.html") as Buffer)).toBe(true);
        }
      });

      test("every answer has the same security headers", async () => {
        const answers = await Promise.all([
          get("/"),
          get("/articles/everything/"),
          get("/articles/everything.md"),
          get("/rss.xml"),
          get("/nowhere/"),
          get("/articles"),
          get("/old-everything/"),
          get("/", { "if-none-match": (await get("/")).headers.etag ?? "" }),
        ]);
        expect(answers.map(({ status }) => status)).toEqual([
          200,
          200,
          200,
          200,
          404,
          name === "caddy" ? 308 : 301,
          301,
          304,
        ]);
        for (const { headers } of answers)
          expect(headers).toMatchObject({
            "strict-transport-security": "max-age=31536000",
            "x-content-type-options": "nosniff",
            "referrer-policy": "strict-origin-when-cross-origin",
            "permissions-policy":
              "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "cross-origin-opener-policy": "same-origin",
            "content-signal": "search=yes, ai-input=yes, ai-train=yes",
            "content-security-policy": expect.stringMatching(
              /default-src 'none';.*;frame-ancestors 'none'$/,
            ),
          });
      });

      test("an article's page names its Markdown copy", async () => {
        const { headers } = await get("/articles/everything/");
        expect(headers.link).toBe(
          `<${base}articles/everything.md>; rel="alternate"; type="text/markdown"`,
        );
        expect((await get("/articles/")).headers.link).toBeUndefined();
        expect((await get("/articles/page/2/")).headers.link).toBeUndefined();
        const copy = await get("/articles/everything.md");
        expect(copy.headers["x-robots-tag"]).toBe("noindex");
      });

      test("the header allows what the policy of each page allows, and pictures their own styles", async () => {
        const { headers } = await get("/");
        const sent = readPolicy(headers["content-security-policy"] as string);
        const own = new Set(
          [...dist].flatMap(([file, bytes]) =>
            file.endsWith(".html")
              ? (/<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(
                  bytes.toString(),
                )?.[1] ?? [])
              : [],
          ),
        );
        expect(own.size).toBeGreaterThan(1);
        for (const text of own) {
          const policy = { ...readPolicy(text.replaceAll("&#39;", "'")) };
          const { "frame-ancestors": frames, ...rest } = sent;
          // Without them in the header, a page that has scripts of others can do without them too.
          if (!("trusted-types" in rest))
            for (const name of ["trusted-types", "require-trusted-types-for"])
              delete policy[name];
          expect(frames).toEqual(["'none'"]);
          expect(Object.keys({ ...rest, ...policy })).toEqual(
            Object.keys(rest),
          );
          for (const [directive, sources] of Object.entries(policy))
            expect(sent[directive]).toEqual(
              expect.arrayContaining(
                sources.filter((source) => source !== emptyStyle),
              ),
            );
        }
        const drawing = files.find((file) => /^_astro\/.*\.svg$/.test(file));
        const picture = await get(`/${drawing as string}`);
        expect((await get("/feed.json")).headers["content-type"]).toMatch(
          /^application\/feed\+json/,
        );
        expect(picture.headers["content-security-policy"]).toBe(
          "script-src 'none';frame-ancestors 'none'",
        );
      });

      if (base === "/")
        test("Mozilla's Observatory would give A+", async () => {
          expect(
            toScore(await get("/"), await ask(`${server.plain}/`)),
          ).toBeGreaterThanOrEqual(100);
        });
      else {
        test("a withdrawn article is gone, with its page", async () => {
          const { status, headers, body } = await get("/articles/withdrawn/");
          expect(status).toBe(410);
          expect(headers["content-type"]).toMatch(/^text\/html/);
          expect(headers.link).toBeUndefined();
          expect(body.equals(dist.get("articles/withdrawn/index.html")!)).toBe(
            true,
          );
        });

        test("the host's own files are at its root too", async () => {
          const { status, body } = await ask(`${server.url}/robots.txt`);
          expect(status).toBe(200);
          expect(body.equals(dist.get("robots.txt")!)).toBe(true);
        });
      }
    },
  );
});

describe("npm run host", () => {
  const { root } = inject("journal");
  const host = (...args: string[]) =>
    runCommand(root, "host", args, journalEnvironment);

  test("writes vercel.json and keeps the owner's settings in it", async () => {
    const file = join(root, "vercel.json");
    writeFileSync(file, '{ "regions": ["fra1"], "headers": [] }');
    expect((await host("vercel")).out).toContain("Wrote vercel.json");
    const written = JSON.parse(readFileSync(file, "utf8")) as object;
    expect(written).toMatchObject({
      regions: ["fra1"],
      // Which has the site below its path.
      outputDirectory: "dist-vercel",
      buildCommand:
        "npm run build && npm run audit && mkdir -p dist-vercel/journal/ && cp -r dist/. dist-vercel/journal/ && cp dist/404.html dist-vercel/",
      redirects: expect.arrayContaining([
        {
          source: "/journal/articles/first-name/",
          destination: "/journal/articles/second-name/",
          statusCode: 301,
        },
      ]),
    });
    expect(written).not.toHaveProperty("headers", []);
    writeFileSync(file, "{");
    expect((await host("vercel")).err).toBe(
      "vercel.json cannot be read: correct it, or delete it.\n",
    );
    rmSync(file);
  });

  test("refuses a host that it does not know, and a build for another address", async () => {
    const unknown = await host("apache");
    expect(unknown.err).toContain("There is no host apache.");
    expect((await host("toString")).code).toBe(2);
    expect(unknown.code).toBe(2);
    expect((await host()).err).toContain("Which host?");
    const other = await runCommand(root, "host", ["caddy"]);
    expect(other.err).toContain("dist/ was built for another address");
    expect(other.code).toBe(1);
  });

  test("takes an owner's own files for none of the engine's", async () => {
    const files = ["_redirects", "downloads/.htaccess"].map((file) =>
      join(root, "dist", file),
    ) as [string, string];
    const redirects = readFileSync(files[0], "utf8");
    mkdirSync(dirname(files[1]));
    try {
      writeFileSync(files[1], "Options +Indexes\n");
      await host("nginx");
      const config = readFileSync(join(root, "dist-nginx/nginx.conf"), "utf8");
      expect(config).toContain("/articles/withdrawn/");
      expect(config).not.toContain("downloads");
      writeFileSync(files[0], "# Old ones\n/a/* /b/:splat 302\n");
      expect((await host("nginx")).err).toContain("a _redirects or .htaccess");
    } finally {
      writeFileSync(files[0], redirects);
      rmSync(dirname(files[1]), { recursive: true });
    }
  });

  test("compresses only what has changed, and deletes what is gone", async () => {
    const folder = join(root, "dist-caddy/site/journal");
    await host("caddy");
    const page = join(folder, "index.html");
    writeFileSync(join(folder, "old.html"), "");
    writeFileSync(join(folder, "old.html.br"), "");
    writeFileSync(page, "changed");
    // Of a site that was built for another path.
    const other = join(root, "dist-caddy/site/articles/withdrawn.html");
    mkdirSync(dirname(other));
    writeFileSync(other, "");
    expect((await host("caddy")).out).toContain("compressed 1 file.");
    expect(existsSync(other)).toBe(false);
    expect(existsSync(join(root, "dist-caddy/site/robots.txt"))).toBe(true);
    expect(existsSync(join(folder, "old.html"))).toBe(false);
    expect(existsSync(join(folder, "old.html.br"))).toBe(false);
    expect(readFileSync(page)).toEqual(
      readFileSync(join(root, "dist/index.html")),
    );
  });
});
