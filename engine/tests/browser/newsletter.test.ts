import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { beforeEach, describe, expect, inject, test } from "vitest";
import { openPage, problemsInBothThemes } from "../support/browser.ts";
import { pageAt, readDist } from "../support/build-site.ts";
import { htmlRules } from "../support/html-rules.ts";
import { base, counter, home } from "../support/journal.ts";
import type { SignUp } from "../support/provider.ts";
import { browser, journal, site } from "../support/served-site.ts";

const { root } = inject("journal");
const dist = readDist(root);
const provider = inject("provider");
/** What the provider has received since the last call. */
const takeSignUps = async () =>
  (await (await fetch(provider)).json()) as SignUp[];

beforeEach(takeSignUps);

const open = async (options = {}) => {
  const { page, complaints } = await openPage(browser, options);
  await page.goto(`${journal.url}${base}subscribe/`);
  return { page, complaints, field: page.getByLabel("Email address") };
};

describe("a reader who signs up for the newsletter", () => {
  test.each([
    ["with JavaScript", true],
    ["without it", false],
  ])(
    "has the address sent to the provider, and returns to a page that says what to do next: %s",
    async (_, javaScriptEnabled) => {
      const { page, complaints, field } = await open({ javaScriptEnabled });
      await field.fill("reader+weekly@example.org");
      await page.getByRole("button", { name: "Sign up" }).click();
      await page.waitForURL(`${journal.url}${base}subscribed/`);
      expect(await takeSignUps()).toEqual([
        {
          method: "POST",
          type: "application/x-www-form-urlencoded",
          fields: {
            address: "reader+weekly@example.org",
            list: "weekly & more",
            next: `${home}subscribed/`,
            website: "",
          },
        },
      ]);
      expect(await page.locator("h1").innerText()).toBe("One more step");
      expect(complaints).toEqual([]);
    },
  );

  test("is told by the browser that something is not an email address, and nothing is sent", async () => {
    const { page, field } = await open();
    await field.fill("nobody");
    await page.getByRole("button", { name: "Sign up" }).click();
    expect(
      await field.evaluate(
        (input: HTMLInputElement) => input.validity.typeMismatch,
      ),
    ).toBe(true);
    expect(page.url()).toBe(`${journal.url}${base}subscribe/`);
    expect(await takeSignUps()).toEqual([]);
  });

  test("sees who stores the address before giving it, with a link to the privacy page", async () => {
    const { page, field } = await open();
    const consent = page.locator(
      `#${await field.getAttribute("aria-describedby")}`,
    );
    expect(await consent.innerText()).toMatch(
      /One email a week with the new articles from Saucepan[^]*127\.0\.0\.1:\d+\s+stores your address[^]*unsubscribe\s+link/,
    );
    expect(await consent.getByRole("link").getAttribute("href")).toBe(
      `${base}privacy/`,
    );
  });

  test("never meets the hidden field that catches bots", async () => {
    const { page, field } = await open();
    const trap = page.locator("[name=website]");
    await field.focus();
    for (let stop = 0; stop < 4; stop++) {
      await page.keyboard.press("Tab");
      expect(
        await trap.evaluate((node) => node === document.activeElement),
      ).toBe(false);
    }
    expect(
      await page.getByRole("textbox", { name: "Leave this empty" }).count(),
    ).toBe(0);
    const { width, height } = (await trap
      .locator("xpath=../..")
      .boundingBox())!;
    expect(Math.max(width, height)).toBeLessThanOrEqual(1);
  });
});

test("the content security policy lets forms be sent to the provider and nowhere else, and allows what astro.config.mjs does", () => {
  for (const address of ["/subscribe/", "/", "/articles/everything/"]) {
    const page = pageAt(dist, address);
    expect(page).toContain(`form-action 'self' ${provider};`);
    expect(page.match(/connect-src [^;]*;/g)).toEqual([
      `connect-src ${counter} 'self';`,
    ]);
  }
});

test("axe finds no issues in the form, in either theme", async () => {
  const { page } = await open();
  expect(await problemsInBothThemes(page)).toEqual([]);
});

test("the form is valid HTML", async () => {
  const { results } = await new HtmlValidate(
    new FileSystemConfigLoader([], { ...htmlRules, root: true }),
  ).validateString(pageAt(dist, "/subscribe/"));
  expect(results.flatMap(({ messages }) => messages)).toEqual([]);
});

describe("a feed's address", () => {
  const openPlain = async (options = {}) => {
    const { page, complaints } = await openPage(browser, options);
    await page.goto(`${site.url}/subscribe/`);
    return {
      page,
      complaints,
      button: page.getByRole("button", {
        name: "Copy the address of Work (category)",
      }),
    };
  };
  const address = "https://saucepan.example/categories/work/rss.xml";

  test("is copied by a button, and the page says so", async () => {
    const { page, complaints, button } = await openPlain({
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const said = page.getByRole("status").filter({ hasText: "Copied" });
    // The message about an earlier copy is gone.
    const another = { name: "Copy the address of the weekly digest" };
    for (const each of [page.getByRole("button", another), button, button]) {
      await each.click();
      await each.locator("+ [role=status]", { hasText: "Copied" }).waitFor();
      expect(await said.count()).toBe(1);
    }
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      address,
    );
    const { height } = (await button.boundingBox())!;
    expect(height).toBeGreaterThanOrEqual(44);
    expect(complaints).toEqual([]);
  });

  test("is not reported as copied when copying fails", async () => {
    const { page, button } = await openPlain({ permissions: [] });
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("No."));
    });
    await button.click();
    await page
      .getByText("Couldn’t copy. Select the address instead.")
      .waitFor();
  });

  test("has links and buttons at least 44 px high", async () => {
    const { page } = await openPlain({ viewport: { width: 320, height: 640 } });
    const low = await page
      .locator("main li :is(a, button):visible")
      .evaluateAll((nodes) =>
        nodes
          .filter((node) => node.getBoundingClientRect().height < 44)
          .map(({ textContent }) => textContent),
      );
    expect(low).toEqual([]);
  });

  test("can be selected without JavaScript, and no copy button is shown", async () => {
    const { page, complaints, button } = await openPlain({
      javaScriptEnabled: false,
    });
    expect(await button.count()).toBe(0);
    expect(await page.getByText(address, { exact: true }).isVisible()).toBe(
      true,
    );
    expect(complaints).toEqual([]);
  });
});
