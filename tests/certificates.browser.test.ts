import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import {
  afterAll,
  afterEach,
  beforeAll,
  describe,
  expect,
  inject,
  test,
} from "vitest";
import {
  launchBrowser,
  openPage,
  problemsInBothThemes,
} from "gatepost/tests/support/browser.ts";
import { readDist } from "gatepost/tests/support/build-site.ts";
import { serve } from "gatepost/tests/support/serve.ts";
import { catalogue, toCompareAddress } from "../src/certificates/addresses.ts";
import { toEarlierDay, toLastDay } from "../src/certificates/calendar.ts";
import { toCost, toPrices } from "../src/certificates/cost.ts";
import type { CatalogueFile } from "../src/certificates/data.ts";
import { formatMoney, formatWhen } from "../src/certificates/format.ts";
import { readCalendar } from "./support/read-calendar.ts";

const dist = readDist(inject("site"));
const { certificates } = JSON.parse(
  dist.get(catalogue.json.slice(1))!.toString(),
) as CatalogueFile;
const comparison = [...dist.keys()].find((path) =>
  /^certificates\/compare\/.+\/index\.html$/.test(path),
)!;
/** One that expires, and another whose sum is whole. */
const expiring = certificates.find(({ validity }) => validity?.months)!;
const whole = certificates.find(
  (one) => one !== expiring && toCost(toPrices(one)).missing.length === 0,
)!;
/** One with an exam code like SAA-C03. */
const coded = certificates.find(({ code }) =>
  /^[A-Z]+-[A-Z]\d\d$/.test(code?.value ?? ""),
);

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [browser, site] = await Promise.all([
    launchBrowser(inject("browser")),
    serve(inject("site"), "preview"),
  ]);
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.context().close();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const open = async (address: string, options: BrowserContextOptions = {}) => {
  ({ page, complaints } = await openPage(browser, options));
  await page.goto(site.url + address);
};

/** The short names in the visible rows of the catalogue. */
const shown = (): Promise<string[]> =>
  page
    .locator("[data-catalogue] tbody tr:visible th a")
    .allInnerTexts()
    .then((texts) => texts.map((text) => text.trim()));

const pages = [
  catalogue.home,
  catalogue.certificate(expiring.slug),
  toCompareAddress(expiring.slug, whole.slug),
  `/${comparison.replace("index.html", "")}`,
  catalogue.cost,
  catalogue.changes,
];

describe("the table", () => {
  test("shows what fits a filter, says how many, and keeps the choice in the address", async () => {
    await open(catalogue.home);
    expect(await shown()).toHaveLength(certificates.length);
    await page.locator("[name=field]").selectOption(expiring.field);
    const fitting = certificates.filter(
      ({ field }) => field === expiring.field,
    );
    expect((await shown()).sort()).toEqual(
      fitting.map(({ short }) => short).sort(),
    );
    expect(await page.getByRole("status").innerText()).toContain(
      String(fitting.length),
    );
    expect(new URL(page.url()).search).toBe(`?field=${expiring.field}`);
    const before = await shown();
    await page.reload();
    expect(await shown()).toEqual(before);
    await page.getByRole("button", { name: "Show all" }).click();
    expect(await shown()).toHaveLength(certificates.length);
    expect(new URL(page.url()).search).toBe("");
  });

  test("is sorted with the keyboard, in both directions, and says so to screen readers", async () => {
    await open(catalogue.home);
    const head = page.getByRole("columnheader", { name: "Fee" });
    await head.getByRole("button").focus();
    await page.keyboard.press("Enter");
    expect(await head.getAttribute("aria-sort")).toBe("ascending");
    const fees = async () => {
      const names = await shown();
      return names.map(
        (name) => certificates.find(({ short }) => short === name)?.fee?.amount,
      );
    };
    const known = certificates.flatMap(({ fee }) => fee?.amount ?? []);
    const isUp = (a: number, b: number) => a - b;
    const unknown = Array<undefined>(certificates.length - known.length);
    expect(await fees()).toEqual([
      ...known.sort(isUp),
      ...unknown.fill(undefined),
    ]);
    await page.keyboard.press("Space");
    expect(await head.getAttribute("aria-sort")).toBe("descending");
    expect(await fees()).toEqual([...known.reverse(), ...unknown]);
    expect(await page.locator("[aria-sort]").count()).toBe(1);
    expect(new URL(page.url()).search).toBe("?sort=fee&order=down");
  });

  test("is searched by name, and keeps the words in the address", async () => {
    await open(catalogue.home);
    await page.getByLabel("Name or code").fill(expiring.name.toLowerCase());
    expect(await shown()).toContain(expiring.short);
    expect((await shown()).length).toBeLessThan(certificates.length);
    const before = await shown();
    await page.reload();
    expect(await shown()).toEqual(before);
    await page.getByLabel("Name or code").fill("<nothing>");
    expect(await shown()).toEqual([]);
    expect(await page.getByRole("status").innerText()).toContain("None");
  });

  test("ignores what an address has that no filter offers", async () => {
    await open(`${catalogue.home}?field=none&sort=colour&kind=%22`);
    expect(await shown()).toHaveLength(certificates.length);
  });

  test("without JavaScript has every row and no filter", async () => {
    await open(catalogue.home, { javaScriptEnabled: false });
    expect(await shown()).toHaveLength(certificates.length);
    expect(await page.locator("select:visible").count()).toBe(0);
    expect(await page.locator("thead button").count()).toBe(0);
  });
});

test("two certificates are compared from the form, and a link shows the same", async () => {
  await open(catalogue.compare);
  await page.getByLabel("First").selectOption(expiring.slug);
  await page.getByLabel("Second").selectOption(whole.slug);
  await page.getByRole("button", { name: "Compare" }).click();
  await page.waitForURL(site.url + toCompareAddress(expiring.slug, whole.slug));
  const heads = page.locator("[data-compared] th[scope=col]");
  await heads.first().waitFor();
  expect(await heads.allInnerTexts()).toEqual([expiring.short, whole.short]);
  expect(await page.getByLabel("Second").inputValue()).toBe(whole.slug);
  // One certificate, named twice, and one that does not exist are no comparison.
  await page.goto(
    site.url + toCompareAddress(whole.slug, "nothing", whole.slug),
  );
  expect(await heads.count()).toBe(0);
  const said = await page.locator("[data-compared]").innerText();
  expect(said).toContain("Not in the catalogue: nothing.");
  expect(said).toContain("Choose two different");
});

describe("the calculator", () => {
  const prices = toPrices(whole);
  const { sum } = toCost(prices);
  const result = () => page.locator("[data-calculator] .result").innerText();

  test("begins with the catalogue's numbers and follows the reader's, without a request", async () => {
    await open(`${catalogue.cost}?of=${whole.slug}`);
    expect(await result()).toContain(formatMoney(sum, prices.currency));
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.getByLabel("Exam fee").fill("1000");
    const more = sum - prices.fee! + 1000;
    expect(await result()).toContain(formatMoney(more, prices.currency));
    await page.getByLabel("Your employer pays").fill("50");
    expect(await result()).toContain(
      `you pay ${formatMoney(more / 2, prices.currency)}`,
    );
    expect(requests).toEqual([]);
  });

  test("names what is left out when a number is", async () => {
    await open(`${catalogue.cost}?of=${whole.slug}`);
    await page.getByLabel("Yearly fee").fill("");
    expect(await result()).toContain("Not in the sum: yearly fees");
    expect(await result()).toContain("at least");
  });

  test("reads a decimal comma, and says what is no number instead of counting it as nothing", async () => {
    await open(`${catalogue.cost}?of=${whole.slug}`);
    await page.getByLabel("Exam fee").fill("395,50");
    expect(await result()).toContain(formatMoney(395.5, prices.currency));
    for (const [label, said] of [
      ["Exam fee", "Not in the sum: exam fee"],
      ["Valid for", "Not in the sum: renewals"],
      ["Your employer pays", "Not a number: Your employer pays"],
    ] as const) {
      const before = await page.getByLabel(label).inputValue();
      await page.getByLabel(label).fill("-5a");
      expect(await result(), label).toContain(said);
      expect(await result(), label).toContain("Not a number: ");
      expect(await page.getByLabel(label).getAttribute("aria-invalid")).toBe(
        "true",
      );
      await page.getByLabel(label).fill(before);
    }
    expect(await page.locator("[aria-invalid]").count()).toBe(0);
  });

  test("takes the numbers of another certificate when one is chosen", async () => {
    await open(catalogue.cost);
    await page.locator("[name=of]").selectOption(whole.slug);
    expect(await result()).toContain(formatMoney(sum, prices.currency));
  });

  test("is a table without JavaScript", async () => {
    await open(catalogue.cost, { javaScriptEnabled: false });
    expect(await page.locator("input:visible, select:visible").count()).toBe(0);
    expect(await page.locator("tbody:visible tr").count()).toBe(
      certificates.length,
    );
  });
});

test("a calendar file has the last day and a reminder, and nothing is sent", async () => {
  await open(catalogue.certificate(expiring.slug));
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  const passed = toEarlierDay(new Date().toISOString().slice(0, 10), 30);
  await page.getByLabel("The day you passed").fill(passed);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the dates" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^[a-z\d-]+\.ics$/);
  const events = readCalendar(readFileSync(await download.path()));
  const last = toLastDay(passed, expiring.validity!.months!);
  expect(events.map(({ DTSTART }) => DTSTART)).toEqual(
    [toEarlierDay(last, 90), last].map((day) => day.replaceAll("-", "")),
  );
  for (const { SUMMARY, URL } of events) {
    expect(SUMMARY).toContain(expiring.short);
    expect(URL).toBe(page.url());
  }
  expect(requests.filter((url) => !url.startsWith("blob:"))).toEqual([]);
});

test("a pass that has lapsed makes no calendar file, and the form says until when it was valid", async () => {
  await open(catalogue.certificate(expiring.slug));
  let downloads = 0;
  page.on("download", () => downloads++);
  await page.getByLabel("The day you passed").fill("2001-03-31");
  await page.getByRole("button", { name: "Save the dates" }).click();
  await page
    .getByText(
      `was valid to ${formatWhen(toLastDay("2001-03-31", expiring.validity!.months!))}.`,
    )
    .waitFor();
  expect(downloads).toBe(0);
});

test.each(pages)(
  "axe finds no issues on %s, in either theme",
  async (address) => {
    await open(address);
    await page.waitForLoadState("networkidle");
    expect(await problemsInBothThemes(page)).toEqual([]);
  },
);

test.each(pages)(
  "%s does not scroll sideways on a phone, with or without JavaScript",
  async (address) => {
    for (const javaScriptEnabled of [true, false]) {
      await open(address, {
        viewport: { width: 320, height: 640 },
        javaScriptEnabled,
      });
      await page.waitForLoadState("networkidle");
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
      ).toBe(320);
      if (javaScriptEnabled) await page.context().close();
    }
  },
);

test.runIf(coded)(
  "the search finds a certificate by its exam's code",
  async () => {
    const { slug = "", code } = coded ?? {};
    await open(`/search/?q=${code?.value}`);
    await page
      .locator(`main li a[href^="${catalogue.certificate(slug)}"]`)
      .first()
      .waitFor();
  },
);
