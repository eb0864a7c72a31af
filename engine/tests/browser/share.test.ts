import { describe, expect, test } from "vitest";
import { openPage } from "../support/browser.ts";
import { browser, site } from "../support/served-site.ts";

/** Opens an article with or without what a browser may lack. */
async function open(
  has: { share: boolean; clipboard: boolean },
  javaScriptEnabled = true,
) {
  const { page, complaints } = await openPage(browser, {
    javaScriptEnabled,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await page.addInitScript(({ share, clipboard }) => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    if (share)
      Object.defineProperty(navigator, "share", {
        configurable: true,
        value: async (what: unknown) => {
          shared.push(what);
          throw new DOMException("Closed", "AbortError");
        },
      });
    else delete (Navigator.prototype as { share?: unknown }).share;
    if (!clipboard)
      Object.defineProperty(navigator, "clipboard", { value: undefined });
  }, has);
  await page.goto(`${site.url}/articles/everything/?from=there#a-heading`);
  return { page, complaints, button: page.locator("[data-share] button") };
}

describe("an article can be passed on", () => {
  test("by the sheet of the system where there is one; closing it is no error", async () => {
    const { page, complaints, button } = await open({
      share: true,
      clipboard: true,
    });
    expect(await button.innerText()).toBe("Share");
    await button.click();
    expect(
      await page.evaluate(
        () => (window as unknown as { shared: unknown[] }).shared,
      ),
    ).toEqual([
      {
        title: "Everything · Saucepan",
        url: `${site.url}/articles/everything/`,
      },
    ]);
    expect(complaints).toEqual([]);
  });

  test("by a copied link elsewhere, without what its reader came by", async () => {
    const { page, complaints, button } = await open({
      share: false,
      clipboard: true,
    });
    expect(await button.innerText()).toBe("Copy link");
    await button.click();
    await page.getByText("Copied").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${site.url}/articles/everything/`,
    );
    expect(complaints).toEqual([]);
  });

  test.each([
    ["with neither", { share: false, clipboard: false }, true],
    ["without JavaScript", { share: true, clipboard: true }, false],
  ])("by email %s, and no button promises more", async (_, has, script) => {
    const { page, complaints, button } = await open(has, script);
    expect(await button.isVisible()).toBe(false);
    expect(
      await page.getByRole("link", { name: "Email this" }).isVisible(),
    ).toBe(true);
    expect(complaints).toEqual([]);
  });
});
