import { describe, expect, test } from "vitest";
import { accessibilityProblems, openPage } from "../support/browser.ts";
import { browser, site } from "../support/served-site.ts";

const everything = () => `${site.url}/articles/everything/`;
const inMdx = () => `${site.url}/articles/in-mdx/`;

test("code is copied as it is after its changes, and a screen reader hears that it was", async () => {
  const { page, complaints } = await openPage(browser, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await page.goto(everything());
  const block = page.locator(".code-block").first();
  await block.getByRole("button", { name: "Copy" }).click();
  await block.getByRole("status").filter({ hasText: "Copied" }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'const answer = "text"; // a comment\nconst fresh = 1;',
  );
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a picture that is larger than its column opens by keyboard, closes by Escape and gives the focus back", async () => {
  const { page, complaints } = await openPage(browser);
  await page.goto(everything());
  const button = page.getByRole("button", { name: "Enlarge: A field" }).first();
  const shown = await page.locator("img[alt='A field']").boundingBox();
  await button.press("Enter");
  const dialog = page.getByRole("dialog", { name: "A field" });
  const enlarged = await dialog.locator("img").boundingBox();
  expect(enlarged?.width).toBeGreaterThan((shown?.width ?? 0) * 1.2);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(await button.evaluate((node) => node === document.activeElement)).toBe(
    true,
  );
  await button.click();
  await dialog.getByRole("button", { name: "Close" }).click();
  await dialog.waitFor({ state: "hidden" });
  expect(await page.locator("dialog").count()).toBe(1);
  expect(complaints).toEqual([]);
});

describe("a checklist", () => {
  test("is remembered on this device until it is cleared", async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(inMdx());
    const box = page.getByRole("checkbox", { name: "Ask three people" });
    const other = page.getByRole("checkbox", { name: "Read the outline" });
    await box.check();
    await page.reload();
    expect([await box.isChecked(), await other.isChecked()]).toEqual([
      true,
      false,
    ]);
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByRole("status").filter({ hasText: "Cleared" }).waitFor();
    await page.reload();
    expect(await box.isChecked()).toBe(false);
    expect(
      await page.evaluate(() =>
        Object.keys(localStorage).filter((key) => key.startsWith("checklist:")),
      ),
    ).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("can be ticked where a browser keeps nothing", async () => {
    const { page, complaints } = await openPage(browser);
    await page.addInitScript(() =>
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new Error("denied");
        },
      }),
    );
    await page.goto(inMdx());
    const box = page.getByRole("checkbox", { name: "Ask three people" });
    await box.check();
    expect(await box.isChecked()).toBe(true);
    expect(complaints).toEqual([]);
  });
});

test("code is written from left to right, in a passage from right to left too", async () => {
  const { page } = await openPage(browser);
  await page.goto(everything());
  const passage = page.locator('[dir="rtl"]');
  expect(
    await passage
      .locator(":scope > p, pre, code, kbd, samp")
      .evaluateAll((nodes) =>
        nodes.map(
          (node) => `${node.localName} ${getComputedStyle(node).direction}`,
        ),
      ),
  ).toEqual([
    "p rtl",
    "code ltr",
    "kbd ltr",
    "samp ltr",
    "pre ltr",
    "code ltr",
  ]);
  await page.context().close();
});

describe.each([320, 360])("on a phone of %i px", (width) => {
  test("each row of a comparison is a card, still a table to whoever hears it, and nothing scrolls sideways", async () => {
    const { page } = await openPage(browser, {
      viewport: { width, height: 700 },
    });
    await page.goto(inMdx());
    const heading = page.getByRole("rowheader", { name: "Short" });
    const price = page.getByRole("cell", { name: "80" });
    const [one, two] = [await heading.boundingBox(), await price.boundingBox()];
    expect(two?.y).toBeGreaterThanOrEqual((one?.y ?? 0) + (one?.height ?? 0));
    expect(
      await price.evaluate(
        (cell) => getComputedStyle(cell, "::before").content,
      ),
    ).toContain("Price");
    expect(await page.getByRole("columnheader").count()).toBe(2);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
    ).toBeLessThanOrEqual(width);
  });
});

test("without JavaScript there is nothing to press that would do nothing", async () => {
  const { page } = await openPage(browser, { javaScriptEnabled: false });
  for (const address of [everything(), inMdx()]) {
    await page.goto(address);
    expect(
      await page.getByRole("button", { name: /Copy|Enlarge|Clear/ }).count(),
    ).toBe(0);
  }
  expect(await page.getByRole("checkbox").count()).toBe(0);
  expect(await page.getByText("☐").count()).toBe(2);
});

test("a cover that somebody brought fills the banner, and no more", async () => {
  const { page } = await openPage(browser);
  await page.goto(everything());
  const box = await page.locator("header + figure img").boundingBox();
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(2.5, 2);
});

test("no picture moves the text when it comes", async () => {
  const { page } = await openPage(browser, {
    viewport: { width: 360, height: 700 },
  });
  const arrival = Promise.withResolvers<void>();
  await page.route(/\.(?:avif|webp|svg)$/, async (route) => {
    await arrival.promise;
    await route.continue();
  });
  await page.goto(everything(), { waitUntil: "domcontentloaded" });
  await page.waitForFunction(() => document.querySelector(".copy"));
  const heightOf = () =>
    page.evaluate(() => document.documentElement.scrollHeight);
  const before = await heightOf();
  arrival.resolve();
  await page.evaluate(() =>
    Promise.all(
      [...document.images].map((image) => {
        image.loading = "eager";
        return image.decode();
      }),
    ),
  );
  expect(await heightOf()).toBe(before);
});
