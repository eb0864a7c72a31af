import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeContent } from "../../support/fixture.ts";
import { listen, type Call } from "../../support/listener.ts";
import { runCommand } from "../../support/run-command.ts";

// Read when site.ts is: a host that the world can look up, and a path.
process.env.SITE_ADDRESS = "https://example.org";
process.env.SITE_BASE = "/journal";
const { announce, urlsPerCall } = await import("#cli/announce.ts");

const home = "https://example.org/journal/";
const key = "a1b2c3d4-e5f6";
let server: Awaited<ReturnType<typeof listen>>;
let folder: string;
beforeEach(async () => {
  server = await listen();
  folder = makeContent([]);
});
afterEach(() => server.stop());

const write = (file: string, text: string) => {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

/** Writes a sitemap in as many parts as there are lists of pages: path → day of last change. */
function writeSitemap(...parts: Record<string, string>[]): void {
  write(
    "dist/sitemap-index.xml",
    `<?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${parts
      .map(
        (_, part) => `<sitemap><loc>${home}sitemap-${part}.xml</loc></sitemap>`,
      )
      .join("")}</sitemapindex>`,
  );
  for (const [part, pages] of parts.entries())
    write(
      `dist/sitemap-${part}.xml`,
      `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${Object.entries(
        pages,
      )
        .map(
          ([path, day]) =>
            `<url><loc>${home}${path}</loc>${day ? `<lastmod>${day}</lastmod>` : ""}</url>`,
        )
        .join("")}</urlset>`,
    );
}

/** Announces what is built; returns whether all was accepted and the messages, complaints after a "!". */
async function tell({
  isDry = false,
  ...settings
}: Partial<Parameters<typeof announce>[1]> & {
  isDry?: boolean;
} = {}): Promise<{ isAccepted: boolean; messages: string }> {
  const messages: string[] = [];
  const isAccepted = await announce(
    folder,
    { endpoint: `${server.url}/indexnow`, indexNowKey: key, ...settings },
    isDry,
    {
      say: (line) => void messages.push(line),
      complain: (line) => void messages.push(`! ${line}`),
    },
  );
  return { isAccepted, messages: messages.join("\n") };
}
const readRecord = () =>
  JSON.parse(readFileSync(join(folder, ".announced.json"), "utf8")) as {
    pages: Record<string, string>;
    feeds: Record<string, string>;
  };
const urlsOf = ({ body }: Call) =>
  (JSON.parse(body) as { urlList: string[] }).urlList;
const refusal = (settings?: Parameters<typeof tell>[0]) =>
  tell(settings).then(
    () => expect.unreachable("It was not refused"),
    ({ message, code }: Error & { code: number }) => ({ message, code }),
  );

describe("search engines", () => {
  beforeEach(() =>
    writeSitemap(
      { "": "2026-06-01", "articles/a/": "2026-05-01" },
      { "articles/b/": "2026-05-02", "about/": "" },
    ),
  );

  test("receive every page of every sitemap part at first, in IndexNow's format", async () => {
    expect((await tell()).isAccepted).toBe(true);
    expect(server.calls).toHaveLength(1);
    const [{ path, type, body }] = server.calls as [Call];
    expect(path).toBe("POST /indexnow");
    expect(type).toBe("application/json; charset=utf-8");
    expect(JSON.parse(body)).toEqual({
      host: "example.org",
      key,
      keyLocation: `${home}${key}.txt`,
      urlList: ["", "articles/a/", "articles/b/", "about/"].map(
        (page) => home + page,
      ),
    });
    expect(readRecord().pages).toEqual({
      [home]: "2026-06-01",
      [`${home}about/`]: "",
      [`${home}articles/a/`]: "2026-05-01",
      [`${home}articles/b/`]: "2026-05-02",
    });
  });

  test("receive nothing if nothing has changed", async () => {
    await tell();
    const { isAccepted, messages } = await tell();
    expect(isAccepted).toBe(true);
    expect(server.calls).toHaveLength(1);
    expect(messages).toBe("0 pages to announce.");
  });

  test("receive only pages that are new, changed or gone", async () => {
    await tell();
    writeSitemap({
      "": "2026-06-01",
      "articles/a/": "2026-06-02",
      "articles/c/": "2026-06-02",
      "about/": "",
    });
    const { messages } = await tell({ isDry: true });
    await tell();
    expect(urlsOf(server.calls[1] as Call)).toEqual([
      `${home}articles/a/`,
      `${home}articles/c/`,
      `${home}articles/b/`,
    ]);
    expect(messages).toContain(`changed  ${home}articles/a/`);
    expect(messages).toContain(`new      ${home}articles/c/`);
    expect(messages).toContain(`gone     ${home}articles/b/`);
    await tell();
    expect(server.calls).toHaveLength(2);
  });

  test("receive nothing in a dry run, which lists what would be sent", async () => {
    const { isAccepted, messages } = await tell({ isDry: true });
    expect(isAccepted).toBe(true);
    expect(messages).toContain("4 pages to announce.");
    expect(messages).toContain(`new      ${home}articles/b/`);
    expect(messages).toContain("nothing was sent");
    expect(server.calls).toEqual([]);
    expect(existsSync(join(folder, ".announced.json"))).toBe(false);
  });

  test.each([302, 403, 422, 429, 500])(
    "that answer %i leave the record unchanged, and the next run repeats the request",
    async (status) => {
      await tell();
      const before = readRecord();
      writeSitemap({ "": "2026-06-09" });
      server.answers.push({ status });
      const { isAccepted, messages } = await tell();
      expect(isAccepted).toBe(false);
      expect(messages).toContain(
        `! ${server.url}/indexnow answered ${status}.\nNext: check address and indexNowKey in src/site.ts and that ${home}${key}.txt shows the key`,
      );
      expect(readRecord()).toEqual(before);
      expect((await tell()).isAccepted).toBe(true);
      expect(urlsOf(server.calls[2] as Call)).toEqual(
        urlsOf(server.calls[1] as Call),
      );
      expect(readRecord().pages).toEqual({ [home]: "2026-06-09" });
    },
  );

  test("that cannot be reached are reported, and the record is unchanged", async () => {
    const gone = await listen();
    await gone.stop();
    const { isAccepted, messages } = await tell({ endpoint: gone.url });
    expect(isAccepted).toBe(false);
    expect(messages).toMatch(
      /127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\)/,
    );
    expect(existsSync(join(folder, ".announced.json"))).toBe(false);
  });

  test("receive at most 10,000 pages a request; accepted requests are not repeated", async () => {
    const pages = Object.fromEntries(
      Array.from({ length: urlsPerCall + 1 }, (_, page) => [
        `articles/${page}/`,
        "2026-05-01",
      ]),
    );
    writeSitemap(pages);
    server.answers.push({ status: 202 }, { status: 500 });
    const { isAccepted, messages } = await tell();
    expect(isAccepted).toBe(false);
    expect(messages).toContain(
      "10,000 pages announced and recorded in .announced.json.",
    );
    expect(server.calls.map((call) => urlsOf(call).length)).toEqual([
      urlsPerCall,
      1,
    ]);
    await tell();
    expect(urlsOf(server.calls[2] as Call)).toEqual([
      `${home}articles/${urlsPerCall}/`,
    ]);
  });

  test("receive no URLs of the site's former address", async () => {
    writeFileSync(
      join(folder, ".announced.json"),
      JSON.stringify({
        pages: { "https://old.example.org/articles/a/": "2026-05-01" },
        feeds: {},
      }),
    );
    await tell();
    expect(server.calls[0]?.body).not.toContain("old.example.org");
    expect(JSON.stringify(readRecord())).not.toContain("old.example.org");
  });
});

describe("a hub", () => {
  const hub = () => ({ indexNowKey: undefined, hub: `${server.url}/hub` });
  beforeEach(() => {
    writeSitemap({ "": "2026-06-01" });
    for (const file of ["rss.xml", "tags/a/feed.json", "rss-1.xml"])
      write(`dist/${file}`, `${file}, first`);
  });

  test("receives each feed that has changed, but no archive page", async () => {
    expect((await tell(hub())).messages).toContain("2 feeds announced");
    expect(
      server.calls.map(({ path, type, body }) => [
        path,
        type,
        Object.fromEntries(new URLSearchParams(body)),
      ]),
    ).toEqual(
      [`${home}rss.xml`, `${home}tags/a/feed.json`].map((feed) => [
        "POST /hub",
        "application/x-www-form-urlencoded",
        { "hub.mode": "publish", "hub.url": feed },
      ]),
    );
    write("dist/tags/a/feed.json", "another");
    await tell(hub());
    expect(server.calls).toHaveLength(3);
    expect(server.calls[2]?.body).toContain(
      encodeURIComponent(`${home}tags/a/feed.json`),
    );
  });

  test("that fails after some feeds receives the rest in the next run", async () => {
    server.answers.push({ status: 204 }, { status: 503 });
    const { isAccepted, messages } = await tell(hub());
    expect(isAccepted).toBe(false);
    expect(messages).toContain(`! ${server.url}/hub answered 503.\nNext: `);
    expect(Object.keys(readRecord().feeds)).toEqual([`${home}rss.xml`]);
    await tell(hub());
    expect(server.calls[2]?.body).toContain("feed.json");
  });

  test("is told even if search engines refuse", async () => {
    server.answers.push({ status: 500 });
    const { isAccepted, messages } = await tell({ ...hub(), indexNowKey: key });
    expect(isAccepted).toBe(false);
    expect(messages).toContain("\n2 feeds announced");
    expect(server.calls.map(({ path }) => path)).toEqual([
      "POST /indexnow",
      "POST /hub",
      "POST /hub",
    ]);
  });
});

describe("announce refuses", () => {
  test("to run without a key or a hub, and names the settings", async () => {
    const { code, err } = await runCommand(folder, "announce");
    expect(code).toBe(2);
    expect(err).toMatch(
      /^Nothing to announce to\.\nSet one of these in src\/site\.ts[^]*indexNowKey: "[\da-f-]{36}"[^]*hub: "https/,
    );
  });

  test("a site that was not built, or that was built for another address", async () => {
    expect((await refusal()).message).toContain(
      "sitemap-index.xml in dist/ is missing or cannot be read: it lists what to announce.\nNext: npm run build",
    );
    writeSitemap({ "": "2026-06-01" });
    write(
      "dist/sitemap-index.xml",
      readFileSync(join(folder, "dist/sitemap-index.xml"), "utf8").replace(
        home,
        "https://preview.example.org/",
      ),
    );
    expect((await refusal()).message).toContain(
      `dist/ was built for https://preview.example.org/, but src/site.ts says ${home}.\nNext: npm run build, deploy, and npm run announce again.`,
    );
  });

  test("a truncated sitemap", async () => {
    writeSitemap({ "": "2026-06-01" });
    write("dist/sitemap-0.xml", "<urlset><url>");
    expect((await refusal()).message).toContain(
      "sitemap-0.xml in dist/ is missing or cannot be read",
    );
  });

  test("to overwrite a record that it cannot read", async () => {
    writeSitemap({ "": "2026-06-01" });
    write(".announced.json", '{ "pages": {');
    expect((await refusal()).message).toContain(
      "cannot be read.\nRestore it from a copy, or delete it",
    );
    expect(readFileSync(join(folder, ".announced.json"), "utf8")).toBe(
      '{ "pages": {',
    );
    expect(server.calls).toEqual([]);
  });
});
