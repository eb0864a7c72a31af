import { expect, test } from "vitest";
import { openPage, violations } from "../support/browser.ts";
import { base } from "../support/journal.ts";
import { browser, journal, site } from "../support/served-site.ts";

test("a reader can go from home to an article, to a tag and back by keyboard alone", async () => {
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
    throw new Error(`Tab never reaches "${text}"`);
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

test("the content security policy blocks injected styles and scripts, and text that turns into HTML", async () => {
  const { page } = await openPage(browser);
  await page.goto(`${site.url}/`);
  const { colour, errors } = await page.evaluate(() => {
    const styled = document.createElement("p");
    styled.setAttribute("style", "color: red");
    document.body.append(styled);
    const errors = [
      () => (document.body.innerHTML = "<p>Taken</p>"),
      () => document.write("<p>Taken</p>"),
      () => new Worker("/pagefind/pagefind.js"),
      () => {
        const script = document.createElement("script");
        script.textContent = "document.title = 'taken'";
        document.body.append(script);
      },
    ].map((attempt) => {
      try {
        attempt();
        return undefined;
      } catch (error) {
        return (error as Error).name;
      }
    });
    return { colour: getComputedStyle(styled).color, errors };
  });
  expect(colour).not.toBe("rgb(255, 0, 0)");
  expect(errors).toEqual(errors.map(() => "TypeError"));
  expect(await page.title()).not.toBe("taken");
  expect(violations.splice(0)).toHaveLength(1 + errors.length);
});

test('an unknown address shows the "Page not found" page, with the newest articles', async () => {
  const { page } = await openPage(browser);
  const response = await page.goto(`${site.url}/no/such/page/`);
  expect(response?.status()).toBe(404);
  expect(await page.locator("h1").textContent()).toBe("Page not found");
  expect(await page.locator("main li h3").count()).toBe(5);
});

test("an old address redirects to the article", async () => {
  const { page } = await openPage(browser);
  await page.goto(`${site.url}/old-everything/`);
  await page.waitForURL("**/articles/everything/");
});

test("code is coloured and table columns are aligned without style attributes", async () => {
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

test("a category's name and the line beside it are in the category's colour", async () => {
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

test("a component used only in an MDX article is styled", async () => {
  const { page } = await openPage(browser);
  await page.goto(`${site.url}/articles/in-mdx/`);
  const edge = await page
    .locator(".recipe")
    .evaluate((box) => getComputedStyle(box).borderInlineStartWidth);
  expect(edge).toBe("4px");
});

test("a video sends no request until the reader presses the button that warns of it", async () => {
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

test("a heading's link works by keyboard and names its section; the heading's text is copied without it", async () => {
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

test("a footnote is beside its reference on wide screens and at the end of the article on narrow ones", async () => {
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

test("two previews run side by side: the second takes the next free port", async () => {
  expect(journal.url).not.toBe(site.url);
  for (const address of [`${site.url}/`, journal.url + base])
    expect((await fetch(address)).status, address).toBe(200);
});

test.each(["light", "dark"] as const)(
  "in the %s theme the browser's toolbar has the colour of the page",
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
