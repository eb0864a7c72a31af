import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toAdScript } from "../support/ad-script.ts";
import { anArticleFile } from "../support/an-article.ts";
import { buildSite, makeSite, type Dist } from "../support/build-site.ts";
import { openPage, problemsInBothThemes } from "../support/browser.ts";
import { ground } from "../support/fixture.ts";
import { base } from "../support/journal.ts";
import { keepShifts, readShifts, scrollThrough } from "../support/look.ts";
import { serve } from "../support/serve.ts";
import { browser, journal, site } from "../support/served-site.ts";
import { changeSettings } from "../support/settings.ts";

/** Waits until a page has its fonts, which may move its text, and forgets what they moved. */
const settle = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    for (const _ of [1, 2])
      await new Promise((resolve) => requestAnimationFrame(resolve));
    (window as unknown as { kept: object[] }).kept.length = 0;
  });
/** What the page's policy has refused. */
const toRefused = (complaints: string[]) =>
  complaints.filter((complaint) => /policy|trusted/i.test(complaint));

const setPrivacy = () =>
  Object.defineProperty(navigator, "globalPrivacyControl", { value: true });

const article = `${site.url}/articles/advertised/`;

describe("the publication's own advertisements", () => {
  test("take at most 30 % of a phone of 360 × 640 px, even with the longest heading and link", async () => {
    const { page } = await openPage(browser, {
      viewport: { width: 360, height: 640 },
    });
    await page.goto(article);
    const heights = await page
      .getByRole("complementary")
      .evaluateAll((ads) => ads.map((ad) => ad.getBoundingClientRect().height));
    expect(heights).toHaveLength(2);
    expect(Math.max(...heights)).toBeLessThanOrEqual(640 * 0.3);
    expect(Math.min(...heights)).toBeGreaterThan(60);
  });

  test("work without JavaScript, and ask nobody for anything", async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(article);
    const ads = page.getByRole("complementary");
    expect(await ads.getByText("Advertisement").count()).toBe(2);
    expect(await ads.getByRole("link").count()).toBe(2);
    expect(requests.filter((url) => !url.startsWith(site.url))).toEqual([]);
  });
});

describe("a network that uses cookies", () => {
  let preview: Awaited<ReturnType<typeof serve>>;
  let dist: Dist;
  let address: string;
  beforeAll(async () => {
    const root = makeSite([
      ...ground,
      [
        "pages/privacy.md",
        "---\ntitle: Privacy\ndescription: What is collected.\n---\n\nNot much.\n",
      ],
      [
        "articles/one.md",
        anArticleFile(
          {},
          "Twenty words or so, again and again.\n\n".repeat(80),
        ),
      ],
      ["articles/draft.md", anArticleFile({ draft: true, discussion })],
      ["articles/two.md", anArticleFile({ ads: false, discussion })],
    ]);
    changeSettings(root, {
      ads: {
        provider: "adsense",
        client: "ca-pub-1234567890123456",
        unit: "1234567890",
      },
      analytics: { provider: "goatcounter", code: "saucepan" },
      comments: { provider: "mastodon" },
    });
    dist = await buildSite(root, { PREVIEW_SECRET: "f".repeat(32) });
    preview = await serve(root, "preview");
    address = `${preview.url}/articles/one/`;
  });
  afterAll(() => preview.stop());

  const discussion = "https://mastodon.example/@ada/123";
  const host = "https://pagead2.googlesyndication.com";
  const shown = `(ins) => {
    ins.dataset.adStatus = "filled";
    ins.textContent = "Pans, half price";
    ins.style.height = "3000px";
  }`;

  /** A page of a reader, and what it has asked the network for. */
  async function visit(
    answer: (route: Route) => unknown,
    options: Parameters<typeof openPage>[1] & { isPrivate?: boolean } = {},
  ) {
    const { isPrivate, ...rest } = options;
    const { page, complaints } = await openPage(browser, {
      viewport: { width: 360, height: 640 },
      reducedMotion: "reduce",
      ...rest,
    });
    const asked: string[] = [];
    await page.route(`${host}/**`, (route) => {
      asked.push(route.request().url());
      return answer(route);
    });
    await page.addInitScript(keepShifts);
    if (isPrivate) await page.addInitScript(setPrivacy);
    await page.goto(address);
    await settle(page);
    const place = page.locator("aside").first();
    return { page, complaints, asked, place };
  }
  const withScript = (fill: string) => (route: Route) =>
    route.fulfill({ body: toAdScript(fill), contentType: "text/javascript" });
  const shiftsOf = async (page: Page) => {
    await page.evaluate(scrollThrough);
    return page.evaluate(readShifts);
  };

  test("is asked for nothing before the reader says yes; then it fills both places, and nothing moves", async () => {
    const { page, complaints, asked, place } = await visit(withScript(shown));
    expect(await shiftsOf(page)).toEqual([]);
    expect(asked).toEqual([]);
    await place.getByRole("button", { name: "Yes" }).click();
    await place.getByText("Pans, half price").waitFor();
    expect(asked).toHaveLength(1);
    expect(await page.evaluate("adsbygoogle.requestNonPersonalizedAds")).toBe(
      1,
    );
    const end = page.locator("aside").last();
    await end.scrollIntoViewIfNeeded();
    await end.getByText("Pans, half price").waitFor();
    expect(await shiftsOf(page)).toEqual([]);
    for (const { height } of await page
      .locator("aside")
      .evaluateAll((ads) => ads.map((ad) => ad.getBoundingClientRect())))
      expect(height).toBeLessThanOrEqual(640 * 0.3);
    expect(toRefused(complaints)).toEqual([]);
  });

  test("is never asked for anything after a no, which is as easy as a yes", async () => {
    const { page, asked, place } = await visit(withScript(shown));
    await place.scrollIntoViewIfNeeded();
    const sizes = await place.getByRole("button").evaluateAll((buttons) =>
      buttons.map((button) => {
        const { font, color, backgroundColor } = getComputedStyle(button);
        return [font, color, backgroundColor, button.clientHeight].join();
      }),
    );
    expect(sizes[0]).toBe(sizes[1]);
    await place.getByRole("button", { name: "No" }).click();
    expect(await place.isVisible()).toBe(false);
    expect(await shiftsOf(page)).toEqual([]);
    await page.reload();
    await settle(page);
    expect(await page.locator("aside:visible").count()).toBe(0);
    expect(await shiftsOf(page)).toEqual([]);
    expect(asked).toEqual([]);
  });

  test("is not even mentioned to readers whose browser asks for privacy", async () => {
    const { page, asked } = await visit(withScript(shown), { isPrivate: true });
    expect(await page.locator("aside:visible").count()).toBe(0);
    expect(await shiftsOf(page)).toEqual([]);
    expect(asked).toEqual([]);
  });

  test("can be allowed and refused on the privacy page", async () => {
    const { page, place } = await visit(withScript(shown));
    await place.getByRole("link", { name: "Privacy" }).click();
    const choice = page.locator("#ads");
    const pressed = () =>
      choice
        .getByRole("button")
        .evaluateAll((buttons) =>
          buttons.map(({ ariaPressed }) => ariaPressed).join(),
        );
    await expect.poll(pressed).toBe("false,false");
    await choice.getByRole("button", { name: "Yes" }).click();
    await expect.poll(pressed).toBe("true,false");
    await choice.getByRole("button", { name: "No" }).click();
    await expect.poll(pressed).toBe("false,true");
    expect(await problemsInBothThemes(page)).toEqual([]);
    await page.goto(address);
    expect(await page.locator("aside:visible").count()).toBe(0);
  });

  test.each<[string, (route: Route) => unknown]>([
    ["blocked", (route) => route.abort("blockedbyclient")],
    ["missing", (route) => route.fulfill({ status: 500 })],
    ["never there", () => {}],
    ["broken", (route) => route.fulfill({ body: "throw 1" })],
    ["empty", withScript('(ins) => { ins.dataset.adStatus = "unfilled"; }')],
  ])("that is %s breaks no page, and nothing moves", async (_, answer) => {
    const { page, asked, place } = await visit(answer);
    await place.getByRole("button", { name: "Yes" }).click();
    await expect.poll(() => asked.length).toBe(1);
    expect(await shiftsOf(page)).toEqual([]);
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
  });

  test("has its question in the place of the advertisement, whole, on phones and wide screens", async () => {
    const { page, place } = await visit(withScript(shown));
    for (const width of [320, 360, 640, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      const overhang = await place
        .locator(".place")
        .evaluate((box) => box.scrollHeight - box.clientHeight);
      expect(overhang, `${width}`).toBeLessThanOrEqual(0);
    }
    expect(await problemsInBothThemes(page)).toEqual([]);
  });

  describe("with analytics, a page", () => {
    const count = async (isPrivate: boolean, path: string) => {
      const { page, complaints } = await openPage(browser);
      if (isPrivate) await page.addInitScript(setPrivacy);
      const asked: string[] = [];
      await page.route(/zgo\.at|goatcounter/, (route) => {
        asked.push(route.request().url());
        return route.fulfill({
          contentType: "text/javascript",
          body: `navigator.sendBeacon(document.querySelector("script[data-goatcounter]").dataset.goatcounter + "?p=" + location.pathname)`,
        });
      });
      await page.goto(preview.url + path);
      return { asked, complaints };
    };

    test.each(["/", "/articles/one/"])(
      "counts a visit of %s, and its policy allows that",
      async (path) => {
        const { asked, complaints } = await count(false, path);
        await expect
          .poll(() => asked)
          .toEqual([
            "https://gc.zgo.at/count.js",
            `https://saucepan.goatcounter.com/count?p=${path}`,
          ]);
        expect(toRefused(complaints)).toEqual([]);
      },
    );

    test("does not tell another site the address of a private preview", async () => {
      const [file = ""] = [...dist.keys()].filter((path) =>
        path.startsWith("preview/"),
      );
      expect(file).not.toBe("");
      const { asked, complaints } = await count(
        false,
        `/${file.replace("index.html", "")}`,
      );
      expect([asked, toRefused(complaints)]).toEqual([[], []]);
      expect(dist.get(file)!.toString()).not.toContain("goatcounter");
    });

    test("does not count readers whose browser asks for privacy", async () => {
      const { asked } = await count(true, "/");
      expect(asked).toEqual([]);
    });
  });

  describe("with replies on Mastodon as comments, an article", () => {
    const aReply = (
      url: string,
      day: number,
      name: string,
      content: string,
    ) => ({
      url,
      created_at: `2026-06-0${day}T12:00:00.000Z`,
      content,
      spoiler_text: "",
      account: { display_name: name, acct: "acct@other.example" },
    });
    const withReplies = (descendants: unknown) => (route: Route) =>
      route.fulfill({
        json: { descendants },
        headers: { "Access-Control-Allow-Origin": "*" },
      });
    async function visitReplies(answer: (route: Route) => unknown) {
      const { page, complaints } = await openPage(browser);
      const asked: string[] = [];
      await page.route(/zgo\.at|goatcounter/, (route) => route.abort());
      await page.route("https://mastodon.example/**", (route) => {
        asked.push(route.request().url());
        return answer(route);
      });
      await page.goto(`${preview.url}/articles/two/`);
      const button = page.getByRole("button", { name: "Show comments" });
      await button.waitFor();
      const shown = page.locator("section [tabindex]");
      return { page, complaints, asked, button, shown };
    }

    test("asks for them when the reader wants to see them; they are sorted by day, and have the focus", async () => {
      const { page, complaints, asked, button, shown } = await visitReplies(
        withReplies([
          aReply("https://b.example/2", 2, "Bo", "<p>Later</p>"),
          aReply("https://b.example/1", 1, "", "<p>First<br>line</p>"),
          {
            ...aReply("https://b.example/3", 3, "Cy", "<p>Spoilt</p>"),
            spoiler_text: "How it ends",
          },
        ]),
      );
      expect(await button.textContent()).toContain("mastodon.example");
      await button.scrollIntoViewIfNeeded();
      expect(asked).toEqual([]);
      await button.press("Enter");
      await shown.waitFor();
      expect(asked).toEqual([
        "https://mastodon.example/api/v1/statuses/123/context",
      ]);
      expect((await shown.innerText()).split(/\n+/)).toEqual([
        "acct@other.example, 1 June 2026",
        "First",
        "line",
        "Bo, 2 June 2026",
        "Later",
        "Cy, 3 June 2026",
        "How it ends",
      ]);
      expect(await page.evaluate("document.activeElement.localName")).toBe(
        "ul",
      );
      expect(await button.count()).toBe(0);
      expect(await problemsInBothThemes(page)).toEqual([]);
      expect(toRefused(complaints)).toEqual([]);
    });

    test("shows hostile replies as text, and links to no script", async () => {
      const { page, complaints, button, shown } = await visitReplies(
        withReplies([
          aReply(
            "javascript:document.title='Taken'",
            1,
            "<b>Eve</b>",
            `<script>document.title="Taken"</script>&lt;img src=x onerror="document.title='Taken'"&gt;<img src=x onerror="document.title='Taken'">`,
          ),
        ]),
      );
      const title = await page.title();
      await button.click();
      await shown.waitFor();
      expect(await shown.locator("a[href], img, script, b").count()).toBe(0);
      await shown.locator("a").click();
      expect(await shown.innerText()).toContain("<img src=x");
      expect(await page.title()).toBe(title);
      expect(toRefused(complaints)).toEqual([]);
    });

    test("says so if there are none", async () => {
      const { button, shown } = await visitReplies(withReplies([]));
      await button.click();
      expect(await shown.innerText()).toBe("No replies yet");
    });

    test.each<[string, (route: Route) => unknown]>([
      ["blocked", (route) => route.abort("blockedbyclient")],
      ["missing", (route) => route.fulfill({ status: 404, body: "{}" })],
      ["no list", withReplies({ length: 1 })],
      ["half of one", withReplies([{ url: "https://b.example/1" }])],
    ])(
      "says so if they are %s; the post is linked, and readers can try again",
      async (_, answer) => {
        const { page, asked, button, shown } = await visitReplies(answer);
        for (const time of [1, 2]) {
          await button.click();
          await expect.poll(() => asked.length).toBe(time);
          await shown.waitFor();
          expect(await shown.innerText()).toBe("Couldn’t load the comments");
        }
        expect(
          await page
            .getByRole("link", { name: "Reply on mastodon.example" })
            .getAttribute("href"),
        ).toBe(discussion);
      },
    );

    test("says that they are coming", async () => {
      const { page, button, asked } = await visitReplies(() => {});
      await button.click();
      const waiting = page.getByRole("button", { name: "Loading…" });
      await waiting.click({ force: true });
      expect(asked).toHaveLength(1);
      expect(await waiting.getAttribute("aria-disabled")).toBe("true");
    });

    test("may ask that server, and no other article may", () => {
      expect(
        [...dist]
          .filter(
            ([path, page]) =>
              path.endsWith(".html") &&
              page.toString().includes("https://mastodon.example"),
          )
          .map(([path]) => path),
      ).toEqual(["articles/two/index.html"]);
      expect(dist.get("_headers")?.toString()).toMatch(
        /connect-src [^;]*https:\/\/mastodon\.example/,
      );
    });
  });

  test("is named in ads.txt, and allowed only on pages with a place for it", () => {
    expect(dist.get("ads.txt")?.toString()).toBe(
      "google.com, pub-1234567890123456, DIRECT, f08c47fec0942fa0\n",
    );
    expect(
      [...dist]
        .filter(
          ([path, page]) =>
            path.endsWith(".html") &&
            /googlesyndication|script-src[^;]* https:[ ;]/.test(
              page.toString(),
            ),
        )
        .map(([path]) => path),
    ).toEqual(["articles/one/index.html"]);
  });
});

describe("a network without cookies", () => {
  /** Opens the article with a stand-in for the client, whose server answers with some HTML. */
  async function visit(html: string) {
    const { page, complaints } = await openPage(browser, {
      viewport: { width: 360, height: 640 },
      reducedMotion: "reduce",
    });
    const asked: string[] = [];
    await page.route("https://*.ethicalads.io/**", (route) => {
      const { pathname, searchParams } = new URL(route.request().url());
      asked.push(pathname);
      return route.fulfill({
        contentType: "text/javascript",
        body: pathname.includes("decision")
          ? `answer(${JSON.stringify(html.replace("NAME", searchParams.get("publisher")!))})`
          : `const place = document.querySelector("[data-ea-publisher]");
            window.ethicalads = { wait: new Promise((resolve) => {
              window.answer = (html) => { place.innerHTML = html; resolve(html ? [place] : []); };
            }) };
            const script = document.createElement("script");
            script.src = "https://server.ethicalads.io/api/v1/decision/?publisher=" + place.dataset.eaPublisher;
            document.head.append(script);`,
      });
    });
    await page.addInitScript(keepShifts);
    await page.goto(`${journal.url}${base}articles/advertised/`);
    await settle(page);
    return { page, complaints, asked, place: page.locator("aside") };
  }

  test("fills the one place on the page when a reader comes near, without asking; nothing moves", async () => {
    const { page, complaints, asked, place } = await visit(
      "<div>Pans for NAME</div>",
    );
    expect(await place.count()).toBe(1);
    expect(asked).toEqual([]);
    await place.scrollIntoViewIfNeeded();
    await place.getByText("Pans for saucepan").waitFor();
    await page.evaluate(scrollThrough);
    expect(await page.evaluate(readShifts)).toEqual([]);
    expect(await page.getByRole("button", { name: "Yes" }).count()).toBe(0);
    expect(toRefused(complaints)).toEqual([]);
  });

  test("that has nothing to show leaves no label, and nothing moves", async () => {
    const { page, asked, place } = await visit("");
    await place.scrollIntoViewIfNeeded();
    await expect.poll(() => asked.length).toBe(2);
    await expect.poll(() => place.isVisible()).toBe(false);
    await page.evaluate(scrollThrough);
    expect(await page.evaluate(readShifts)).toEqual([]);
  });
});
