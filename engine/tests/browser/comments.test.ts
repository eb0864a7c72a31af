import type { Route } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage, problemsInBothThemes } from "../support/browser.ts";
import { base } from "../support/journal.ts";
import { browser, journal, site } from "../support/served-site.ts";

const article = `${journal.url}${base}articles/plain-1/`;

describe("discussions on GitHub", () => {
  /** A stand-in for giscus' widget: says with what it was loaded, and what it is told. */
  const widget = (script = "") =>
    `<html lang="en"><title>Comments</title><main><h1>Discussion</h1><p></p></main><script>
      document.querySelector("p").textContent = location.search;
      addEventListener("message", ({ data }) => document.querySelector("h1").textContent = data.giscus.setConfig.theme);
      const tell = (giscus) => parent.postMessage({ giscus }, "*");
      ${script}
    </script></html>`;
  const answering = (script?: string) => (route: Route) =>
    route.fulfill({ contentType: "text/html", body: widget(script) });

  async function visit(
    answer: (route: Route) => unknown = answering(),
    address = article,
  ) {
    const { page } = await openPage(browser);
    const asked: URL[] = [];
    await page.route("https://giscus.app/**", (route) => {
      asked.push(new URL(route.request().url()));
      return answer(route);
    });
    await page.goto(address);
    const button = page.getByRole("button", { name: "Show comments" });
    await button.waitFor();
    const frame = page.locator("iframe");
    return { page, asked, button, frame };
  }

  test("are asked for when the reader wants to see them, and then have the focus", async () => {
    const { page, asked, button, frame } = await visit(
      answering("tell({ resizeHeight: 777 })"),
    );
    expect(await button.textContent()).toContain("giscus.app");
    await button.scrollIntoViewIfNeeded();
    expect(await problemsInBothThemes(page)).toEqual([]);
    expect(asked).toEqual([]);
    await button.press("Enter");
    await expect
      .poll(() => frame.evaluate(({ clientHeight }) => clientHeight))
      .toBe(777);
    expect(await page.evaluate("document.activeElement.title")).toBe(
      "Comments",
    );
    expect(await button.count()).toBe(0);
    expect(await problemsInBothThemes(page)).toEqual([]);
    expect(asked).toHaveLength(1);
    expect(Object.fromEntries(asked[0]!.searchParams)).toMatchObject({
      repo: "saucepan/journal",
      category: "Talk & more",
      term: `${base.slice(1)}articles/plain-1/`,
      origin: article,
      session: "",
      theme: "preferred_color_scheme",
    });
  });

  test("have the page's theme, also when the reader changes it", async () => {
    const { page, asked, button, frame } = await visit();
    await page.getByRole("radio", { name: "Dark" }).check();
    await button.click();
    const discussion = frame.contentFrame().locator("h1");
    await discussion.waitFor();
    expect(asked[0]!.searchParams.get("theme")).toBe("dark");
    await page.getByRole("radio", { name: "Light" }).check();
    await expect.poll(() => discussion.textContent()).toBe("light");
  });

  test("know a reader who comes back from signing in, until the session ends", async () => {
    const { page, asked, button, frame } = await visit(
      answering(
        'if (/session=[^&]/.test(location.search)) addEventListener("click", () => tell({ signOut: true }))',
      ),
      `${article}?giscus=secret#top`,
    );
    expect(page.url()).toBe(`${article}#top`);
    expect(await page.evaluate("document.activeElement.type")).toBe("button");
    expect(asked).toEqual([]);
    await button.click();
    await frame.contentFrame().locator("p").click();
    await expect
      .poll(() => asked.map(({ searchParams }) => searchParams.get("session")))
      .toEqual(["secret", ""]);
    expect(asked[0]!.searchParams.get("origin")).toBe(article);
  });

  test.each<[string, (route: Route) => unknown]>([
    ["blocked", (route) => route.abort("blockedbyclient")],
    ["never there", () => {}],
    [
      "hostile",
      answering(
        `for (const giscus of [null, 1, "x", { resizeHeight: "1px;position:fixed" }, { error: {} }, { signOut: true }]) tell(giscus);
         parent.postMessage(null, "*"); try { parent.document.title = "Taken" } catch {}`,
      ),
    ],
  ])("that are %s break no page", async (_, answer) => {
    const { page, asked, button, frame } = await visit(answer);
    const title = await page.title();
    await button.click();
    await expect.poll(() => asked.length).toBe(1);
    expect(await frame.isVisible()).toBe(true);
    expect(await page.title()).toBe(title);
    expect(
      await frame.evaluate(({ style }) => [style.position, style.blockSize]),
    ).toEqual(["", "20rem"]);
    expect(await page.getByRole("link", { name: "on GitHub" }).count()).toBe(1);
  });

  test("are a link without JavaScript, and are not printed", async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(article);
    const section = page.locator("section", {
      has: page.getByRole("heading", { name: "Comments" }),
    });
    expect(await section.getByRole("button").count()).toBe(0);
    expect(await section.getByRole("link").getAttribute("href")).toBe(
      "https://github.com/saucepan/journal/discussions",
    );
    await page.emulateMedia({ media: "print" });
    expect(await section.isVisible()).toBe(false);
  });
});

test("without the setting there are no comments", async () => {
  const { page } = await openPage(browser);
  await page.goto(`${site.url}/articles/plain-1/`);
  expect(await page.content()).not.toMatch(/giscus|Comments/);
});
