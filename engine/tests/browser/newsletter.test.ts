import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import type { Browser } from "playwright-core";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  inject,
  test,
} from "vitest";
import {
  accessibilityProblems,
  launchBrowser,
  openPage,
} from "../support/browser.ts";
import { pageAt, readDist } from "../support/build-site.ts";
import { htmlRules } from "../support/html-rules.ts";
import { base, home, journalEnvironment } from "../support/journal.ts";
import type { SignUp } from "../support/provider.ts";
import { serve } from "../support/serve.ts";

let browser: Browser;
/** With a provider, and without one. */
let site: Awaited<ReturnType<typeof serve>>;
let plain: Awaited<ReturnType<typeof serve>>;
const { root } = inject("journal");
const dist = readDist(root);
const provider = inject("provider");
/** What arrived at the provider since last asked. */
const takeSignUps = async () =>
  (await (await fetch(provider)).json()) as SignUp[];

beforeAll(async () => {
  [browser, site, plain] = await Promise.all([
    launchBrowser(inject("browser")),
    serve(root, "preview", journalEnvironment),
    serve(inject("site"), "preview"),
  ]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  await plain.stop();
});
beforeEach(takeSignUps);

const open = async (options = {}) => {
  const { page, complaints } = await openPage(browser, options);
  await page.goto(`${site.url}${base}subscribe/`);
  return { page, complaints, field: page.getByLabel("Email address") };
};

describe("whoever signs up for the letter", () => {
  test.each([
    ["with JavaScript", true],
    ["without it", false],
  ])(
    "reaches the provider with an address, and comes back to a page that says what is next: %s",
    async (_, javaScriptEnabled) => {
      const { page, complaints, field } = await open({ javaScriptEnabled });
      await field.fill("reader+weekly@example.org");
      await page.getByRole("button", { name: "Sign up" }).click();
      await page.waitForURL(`${site.url}${base}subscribed/`);
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

  test("is told by the browser what is no address, before anything is sent", async () => {
    const { page, field } = await open();
    await field.fill("nobody");
    await page.getByRole("button", { name: "Sign up" }).click();
    expect(
      await field.evaluate(
        (input: HTMLInputElement) => input.validity.typeMismatch,
      ),
    ).toBe(true);
    expect(page.url()).toBe(`${site.url}${base}subscribe/`);
    expect(await takeSignUps()).toEqual([]);
  });

  test("sees who receives the address before giving it, and where more is said", async () => {
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

  test("never meets the field that is there for programs", async () => {
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

test("the policy lets forms go to the provider and nowhere else", () => {
  for (const address of ["/subscribe/", "/", "/articles/everything/"])
    expect(pageAt(dist, address)).toContain(`form-action 'self' ${provider};`);
});

test.each(["light", "dark"] as const)(
  "the form can be used by everybody, in the %s theme too",
  async (colorScheme) => {
    const { page } = await open({ colorScheme });
    expect(await accessibilityProblems(page)).toEqual([]);
  },
);

test("the form is sound HTML", async () => {
  const { results } = await new HtmlValidate(
    new FileSystemConfigLoader([], { ...htmlRules, root: true }),
  ).validateString(pageAt(dist, "/subscribe/"));
  expect(results.flatMap(({ messages }) => messages)).toEqual([]);
});

describe("the address of a feed", () => {
  const openPlain = async (options = {}) => {
    const { page, complaints } = await openPage(browser, options);
    await page.goto(`${plain.url}/subscribe/`);
    return {
      page,
      complaints,
      button: page.getByRole("button", {
        name: "Copy the address of Work (category)",
      }),
    };
  };
  const address = "https://saucepan.example/categories/work/rss.xml";

  test("is copied with one press, and the page says so", async () => {
    const { page, complaints, button } = await openPlain({
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const said = page.getByRole("status").filter({ hasText: "Copied" });
    // And what was said of another holds no longer.
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

  test("is not said to be copied when it was not", async () => {
    const { page, button } = await openPlain({ permissions: [] });
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("No."));
    });
    await button.click();
    await page
      .getByText("Couldn’t copy. Select the address instead.")
      .waitFor();
  });

  test("and everything about it has room for a thumb", async () => {
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

  test("stands there to be selected without JavaScript, and no button promises more", async () => {
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
