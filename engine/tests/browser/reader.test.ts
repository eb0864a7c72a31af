import { expect, inject, test } from "vitest";
import { readDist } from "../support/build-site.ts";
import { accessibilityProblems, openPage } from "../support/browser.ts";
import { isRedirect, toKinds } from "../support/page-kinds.ts";
import { serve } from "../support/serve.ts";
import { browser, site } from "../support/served-site.ts";
import { publishedCount } from "../support/site-content.ts";

test("home, article, tag and back, by keyboard alone", async () => {
  const { page, complaints } = await openPage(browser);
  const focused = () =>
    page.evaluate(() =>
      document.activeElement?.textContent?.trim().replace(/\s+/g, " "),
    );
  const tabTo = async (text: string) => {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press("Tab");
      if ((await focused()) === text) return;
    }
    throw new Error(`Tab never comes to "${text}"`);
  };

  await page.goto(`${site.url}/`);
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("Skip to content");
  expect(
    await page.evaluate(
      () => document.activeElement?.getBoundingClientRect().height,
    ),
  ).toBeGreaterThan(20);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");

  await tabTo("Everything");
  const ring = await page.evaluate(
    () => getComputedStyle(document.activeElement as Element).outlineStyle,
  );
  expect(ring).toBe("solid");
  await Promise.all([
    page.waitForURL("**/articles/everything/"),
    page.keyboard.press("Enter"),
  ]);
  expect(await page.locator("h1").textContent()).toBe("Everything");

  await tabTo("Some");
  await Promise.all([
    page.waitForURL("**/tags/some/"),
    page.keyboard.press("Enter"),
  ]);
  expect(await page.locator("h1").textContent()).toBe("Some");
  expect(
    await page.locator("main li h2", { hasText: "Everything" }).count(),
  ).toBe(1);

  await page.goBack();
  expect(page.url()).toBe(`${site.url}/articles/everything/`);
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe("/");
  expect(complaints).toEqual([]);
});

test("no page draws a complaint from the browser: nothing blocked by the policy, nothing missing", async () => {
  const { page, complaints } = await openPage(browser);
  // A redirect takes the browser away before it can complain.
  const pages = [...readDist(inject("site"))]
    .filter(([path, page]) => path.endsWith("index.html") && !isRedirect(page))
    .map(([path]) => path);
  expect(pages.length).toBeGreaterThan(40);
  for (const path of pages)
    await page.goto(`${site.url}/${path.replace("index.html", "")}`, {
      waitUntil: "load",
    });
  expect(complaints).toEqual([]);
});

test("the policy is in force: a style and a script put into a page are blocked", async () => {
  const { page, complaints } = await openPage(browser);
  await page.goto(`${site.url}/`);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      "beforeend",
      '<p style="color: red" id="styled">x</p>',
    );
    const script = document.createElement("script");
    script.textContent = "document.title = 'taken'";
    document.body.append(script);
  });
  expect(await page.title()).not.toBe("taken");
  expect(complaints.join()).toMatch(/Content Security Policy/);
});

const kinds = toKinds(readDist(inject("site")));

// Colours depend on the theme and layout on the width, so two runs see every rule at work.
test.each([
  ["light", 360],
  ["dark", 1280],
] as const)(
  "axe finds nothing on any kind of page in the %s theme at %i px",
  async (colorScheme, width) => {
    const { page } = await openPage(browser, {
      colorScheme,
      viewport: { width, height: 800 },
    });
    const problems: string[] = [];
    for (const address of kinds) {
      await page.goto(site.url + address);
      problems.push(...(await accessibilityProblems(page)));
    }
    expect(problems).toEqual([]);
  },
);

test("an address where nothing is gets the page that says so, with the newest articles", async () => {
  const { page } = await openPage(browser);
  const response = await page.goto(`${site.url}/no/such/page/`);
  expect(response?.status()).toBe(404);
  expect(await page.locator("h1").textContent()).toBe("Page not found");
  expect(await page.locator("main li h3").count()).toBe(5);
});

test("an old address takes the reader to the article", async () => {
  const { page } = await openPage(browser);
  await page.goto(`${site.url}/old-everything/`);
  await page.waitForURL("**/articles/everything/");
});

test("code has its colours and a table its alignment, without a style attribute", async () => {
  const { page } = await openPage(browser, { colorScheme: "dark" });
  await page.goto(`${site.url}/articles/everything/`);
  const styleOf = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate(
        (node, name) => getComputedStyle(node).getPropertyValue(name),
        property,
      );
  expect(await styleOf(".code .keyword", "color")).not.toBe(
    await styleOf(".code", "color"),
  );
  expect(await styleOf(".code .keyword", "color")).not.toBe(
    await styleOf(".code .comment", "color"),
  );
  expect(await styleOf("td.right", "text-align")).toBe("end");
});

test("a category's name and its rule have the category's hue", async () => {
  const { page } = await openPage(browser);
  await page.goto(`${site.url}/`);
  const [name, rule, text] = await page.evaluate(() => {
    const kicker = document.querySelector("main .kicker") as Element;
    return [
      getComputedStyle(kicker).color,
      getComputedStyle(kicker, "::before").backgroundColor,
      getComputedStyle(document.body).color,
    ];
  });
  expect(name).not.toBe(text);
  expect(rule).toMatch(/^oklch\(0\.72 0\.13 \d+\)$/);
});

test("a component that only an MDX article uses brings its style", async () => {
  const { page } = await openPage(browser);
  await page.goto(`${site.url}/articles/in-mdx/`);
  const edge = await page
    .locator(".recipe")
    .evaluate((box) => getComputedStyle(box).borderInlineStartWidth);
  expect(edge).toBe("4px");
});

test("a video asks nobody anything until a reader presses the button that says so", async () => {
  const { page, complaints } = await openPage(browser);
  const asked: string[] = [];
  await page.route(/youtube|ytimg/, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ body: "The player.", contentType: "text/html" });
  });
  await page.goto(`${site.url}/articles/everything/`, {
    waitUntil: "networkidle",
  });
  expect(asked).toEqual([]);
  const button = page.locator(".video button");
  expect(await button.textContent()).toMatch(/which will see your IP address/);
  await button.click();
  await page.frameLocator(".video iframe").getByText("The player.").waitFor();
  expect(asked).toEqual([
    "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1",
  ]);
  expect(complaints).toEqual([]);
});

test("a heading's link is reached by keyboard and names its part; its words copy without it", async () => {
  const { page } = await openPage(browser);
  await page.goto(`${site.url}/articles/everything/`);
  const link = page.getByRole("link", {
    name: "Link to this section: A heading",
    exact: true,
  });
  await link.focus();
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).hash).toBe("#a-heading");
  const heading = page.getByRole("heading", { name: "A heading", exact: true });
  expect(await heading.innerText()).toBe("A heading");
});

test("a footnote stands beside its reference where there is room, and at the end where there is none", async () => {
  const { page } = await openPage(browser);
  await page.goto(`${site.url}/articles/everything/`);
  const offsets = async (width: number) => {
    await page.setViewportSize({ width, height: 900 });
    return page.evaluate(() => {
      const [text, reference, note] = [
        ".prose",
        "a[data-note]",
        "li[data-note]",
      ]
        .map((selector) => document.querySelector(selector) as Element)
        .map((element) => element.getBoundingClientRect());
      return {
        right: (note?.left ?? 0) - (text?.right ?? 0),
        below: (note?.top ?? 0) - (reference?.top ?? 0),
        isWithin: (note?.right ?? 0) <= innerWidth,
      };
    });
  };
  for (const width of [1152, 1280, 1920]) {
    const { right, below, isWithin } = await offsets(width);
    expect(right).toBeGreaterThan(0);
    expect(Math.abs(below)).toBeLessThan(10);
    expect(isWithin).toBe(true);
  }
  const narrow = await offsets(360);
  expect(narrow.right).toBeLessThan(0);
  expect(narrow.below).toBeGreaterThan(500);
});

test("an article prints without the site around it, with the addresses of its links", async () => {
  const { page } = await openPage(browser);
  await page.goto(`${site.url}/articles/everything/`);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("header nav").isVisible()).toBe(false);
  const printed = await page
    .locator('.prose a[href="https://example.org/"]')
    .evaluate((link) => getComputedStyle(link, "::after").content);
  expect(printed).toContain("https://example.org/");
});

test("what prints is dark on white, whatever the theme of the screen", async () => {
  const { page } = await openPage(browser, { colorScheme: "dark" });
  await page.goto(`${site.url}/articles/everything/`);
  const schemeOf = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  expect(await schemeOf()).toBe("light dark");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await schemeOf()).toBe("light");
});

test("the feed and the sitemap are well-formed to the browser's own XML parser", async () => {
  const { page } = await openPage(browser);
  await page.goto(`${site.url}/`);
  const count = (address: string, element: string) =>
    page.evaluate(
      async ([from, name]) => {
        const text = await (await fetch(from)).text();
        const document = new DOMParser().parseFromString(
          text,
          "application/xml",
        );
        return document.querySelector("parsererror")
          ? (document.documentElement.textContent ?? "")
          : document.getElementsByTagName(name).length;
      },
      [address, element] as const,
    );
  expect(await count("/rss.xml", "item")).toBe(publishedCount);
  expect(await count("/sitemap-0.xml", "url")).toBeGreaterThan(publishedCount);
});

test("a port that is taken is no obstacle: the next free one is printed", async () => {
  const second = await serve(inject("site"), "preview");
  expect(second.url).not.toBe(site.url);
  expect((await fetch(`${second.url}/`)).status).toBe(200);
  await second.stop();
});

test.each(["light", "dark"] as const)(
  "the %s theme colour of the browser's own frame is the colour of the page",
  async (colorScheme) => {
    const { page } = await openPage(browser, { colorScheme });
    await page.goto(`${site.url}/`);
    const [frame, paper] = await page.evaluate((scheme) => {
      const toRgb = (colour: string) => {
        const context = document.createElement("canvas").getContext("2d");
        if (!context) throw new Error("There is no canvas");
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data];
      };
      const meta = document.querySelector<HTMLMetaElement>(
        `meta[name="theme-color"][media*="${scheme}"]`,
      );
      return [
        toRgb(meta?.content ?? ""),
        toRgb(getComputedStyle(document.documentElement).backgroundColor),
      ];
    }, colorScheme);
    expect(frame).toEqual(paper);
  },
);
