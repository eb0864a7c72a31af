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
import { isMet, toVerdict, verdicts } from "../src/components/worksheet.ts";
import { answerSets } from "./support/answer-sets.ts";
import { findWorksheet } from "./support/worksheet-address.ts";
import { readDist } from "gatepost/tests/support/build-site.ts";
import {
  launchBrowser,
  openPage,
  problemsInBothThemes,
} from "gatepost/tests/support/browser.ts";
import { serve } from "gatepost/tests/support/serve.ts";

const address = findWorksheet(readDist(inject("site")));

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
afterEach(() => page.context().close());
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const open = async (hash = "", options: BrowserContextOptions = {}) => {
  ({ page, complaints } = await openPage(browser, options));
  await page.goto(`${site.url}${address}${hash}`);
};
/** The visible verdicts and notes by name, and the lines shown instead of them. */
const shown = (): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        "#worksheet :is([data-verdict], [data-note], .open, .list)",
      ),
    ]
      .filter((element) => element.checkVisibility())
      .map(
        ({ dataset, className }) =>
          dataset.verdict ?? dataset.note ?? className.split(" ")[0] ?? "",
      ),
  );
const chosen = (): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>("#worksheet :checked")].map(
      ({ name, value }) => `${name}=${value}`,
    ),
  );
const everything = [
  "list",
  ...verdicts.flatMap(({ name, notes }) => [
    name,
    ...notes.map((note) => note.name),
  ]),
];

describe("without JavaScript", () => {
  const noScript = { javaScriptEnabled: false };

  test("every combination of answers shows exactly the rule's verdict and notes", async () => {
    await open("", noScript);
    const seen: string[] = [];
    const expected: string[] = [];
    for (const answers of answerSets) {
      await page.evaluate((wanted: Record<string, string>) => {
        for (const radio of document.querySelectorAll<HTMLInputElement>(
          "#worksheet input",
        ))
          radio.checked = wanted[radio.name] === radio.value;
      }, answers);
      const verdict = verdicts.find(({ name }) => name === toVerdict(answers));
      const visible = verdict
        ? [
            verdict.name,
            ...verdict.notes
              .filter(({ when }) => isMet(when, answers))
              .map(({ name }) => name),
          ]
        : ["open"];
      seen.push(`${JSON.stringify(answers)}: ${(await shown()).join()}`);
      expected.push(`${JSON.stringify(answers)}: ${visible.join()}`);
    }
    expect(seen).toEqual(expected);
    expect(seen).toHaveLength(300);
  });

  test("answers can be selected, Start again clears them, and no link is offered", async () => {
    await open("", noScript);
    expect(await shown()).toEqual(["open"]);
    await page.getByText("A clause in a client").click();
    expect(await shown()).toEqual(["gate"]);
    expect(await page.getByRole("button").allInnerTexts()).toEqual([
      "Start again",
    ]);
    await page.getByRole("button", { name: "Start again" }).click();
    expect(await chosen()).toEqual([]);
    expect(await shown()).toEqual(["open"]);
  });

  test("pressing Enter in a question keeps the answers", async () => {
    await open("", noScript);
    await page.getByLabel("I haven’t counted").check();
    await page.keyboard.press("Enter");
    expect(await chosen()).toEqual(["ask=uncounted"]);
    expect(page.url()).toBe(`${site.url}${address}`);
  });
});

test("a browser without :has() lists every verdict with its condition", async () => {
  ({ page } = await openPage(browser));
  await page.route("**/*.css", async (route) => {
    const response = await route.fetch();
    const css = await response.text();
    await route.fulfill({ response, body: css.replaceAll(":has(", ":nope(") });
  });
  await page.goto(`${site.url}${address}`);
  expect(await shown()).toEqual(everything);
});

test("with the keyboard, Tab moves between questions and arrow keys select", async () => {
  await open();
  await page.getByLabel("A law, a regulator").focus();
  const keys = "ArrowDown ArrowDown Tab Space Tab Space Tab Space".split(" ");
  for (const key of keys) await page.keyboard.press(key);
  expect(await chosen()).toEqual([
    "stops=filter",
    "ask=ten",
    "project=yes",
    "exam=operate",
  ]);
  expect(await shown()).toEqual(["go", "filter"]);
  const ring = await page.evaluate(
    () => getComputedStyle(document.activeElement as Element).outlineStyle,
  );
  expect(ring).toBe("solid");
});

describe("a link to answers", () => {
  const link = "#worksheet?stops=nothing&ask=five&project=yes&exam=choose";

  test("is in the address while there are answers", async () => {
    await open();
    await page.getByLabel("A filter:").check();
    await page.getByText("Five to nine", { exact: true }).click();
    expect(new URL(page.url()).hash).toBe("#worksheet?stops=filter&ask=five");
    await page.getByRole("button", { name: "Start again" }).click();
    expect(new URL(page.url()).hash).toBe("#worksheet");
    expect(await chosen()).toEqual([]);
    expect(await page.evaluate(() => history.length)).toBe(2);
    expect(complaints).toEqual([]);
  });

  test("restores them and scrolls to them", async () => {
    await open(link);
    expect(await chosen()).toEqual(link.slice(11).split("&"));
    expect(await shown()).toEqual(["wait", "five"]);
    expect(
      await page.locator("#worksheet legend").first().boundingBox(),
    ).toMatchObject({ y: expect.closeTo(50, -2) });
    await page.goto(page.url().replace("exam=choose", "exam=operate"));
    expect(await shown()).toEqual(["go", "tie"]);
  });

  test("with unknown answers restores the known ones", async () => {
    await open(
      "#worksheet?stops=law%22]&ask=ten&ask=few&more=1&exam=&%E0%A4%A",
    );
    expect(await chosen()).toEqual(["ask=ten"]);
    expect(complaints).toEqual([]);
  });

  test("is copied, with a confirmation", async () => {
    await open(link, {
      permissions: ["clipboard-read", "clipboard-write"],
      viewport: { width: 360, height: 640 },
    });
    const height = () =>
      page.evaluate(() => document.documentElement.scrollHeight);
    const before = await height();
    await page.getByRole("button", { name: "Copy a link" }).click();
    await page.getByText("Copied").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${site.url}${address}${link}`,
    );
    expect(await height()).toBe(before);
  });

  test("can be copied from the address bar if copying fails", async () => {
    ({ page } = await openPage(browser));
    await page.addInitScript(() =>
      Object.defineProperty(navigator, "clipboard", { value: undefined }),
    );
    await page.goto(`${site.url}${address}${link}`);
    await page.getByRole("button", { name: "Copy a link" }).click();
    await page.getByText("Copy the link from the address bar.").waitFor();
  });
});

test("the script causes no layout shift", async () => {
  await open("", { viewport: { width: 360, height: 640 } });
  const [before, after] = await page.evaluate(() => {
    const heightNow = () => document.documentElement.scrollHeight;
    const ready = heightNow();
    document.querySelector("button[type=button]")!.toggleAttribute("hidden");
    return [heightNow(), ready];
  });
  expect(after).toBe(before);
});

test("no answer is stored or sent", async () => {
  await open();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.getByLabel("A law, a regulator").check();
  await page.getByText("Not yet").click();
  expect(requests).toEqual([]);
  expect(
    await page.evaluate(() => [
      // Only the fact that the article was read to the end is stored.
      ...Object.values(localStorage).filter((kept) => /law|yes|no/.test(kept)),
      sessionStorage.length,
      document.cookie,
    ]),
  ).toEqual([0, ""]);
});

test("every option is at least 44 px high, on the narrowest screen too", async () => {
  await open("", { viewport: { width: 320, height: 640 } });
  const heights = await page
    .locator("#worksheet :is(label, button)")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(heights).toHaveLength(15);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
});

describe("in print", () => {
  test("an empty worksheet is a form with every verdict and its condition, without buttons", async () => {
    await open();
    await page.emulateMedia({ media: "print" });
    expect(await shown()).toEqual(everything);
    expect(await page.getByRole("button").count()).toBe(0);
    expect(await page.getByRole("radio").count()).toBe(13);
  });

  test("a complete worksheet shows its answers and its verdict", async () => {
    await open("#worksheet?stops=nothing&ask=few&exam=choose");
    await page.emulateMedia({ media: "print" });
    expect(await shown()).toEqual(["skip", "few"]);
    const edges = await page
      .locator('[name="ask"]')
      .evaluateAll((all) =>
        all.map((one) => parseFloat(getComputedStyle(one).borderTopWidth)),
      );
    // A border prints where a background may not.
    expect(edges[2]).toBeGreaterThan(4);
    expect([edges[0], edges[1], edges[3]].every((edge) => edge! < 2)).toBe(
      true,
    );
  });

  test("an incomplete worksheet lists every verdict", async () => {
    await open("#worksheet?stops=nothing");
    await page.emulateMedia({ media: "print" });
    expect(await shown()).toEqual(everything);
  });
});

test("with forced colours the browser draws the radio buttons", async () => {
  await open("#worksheet?stops=law", { forcedColors: "active" });
  expect(
    await page
      .locator('[value="law"]')
      .evaluate((radio) => getComputedStyle(radio).appearance),
  ).not.toBe("none");
});

test.each([
  "#worksheet?stops=law",
  "#worksheet?stops=filter&ask=ten&project=yes&exam=choose",
])(
  "axe finds no issues in a worksheet filled in as %s, in either theme",
  async (hash) => {
    await open(hash);
    expect(await shown()).not.toEqual(["open"]);
    expect(await problemsInBothThemes(page)).toEqual([]);
  },
);

test("a verdict is announced politely", async () => {
  await open("#worksheet?stops=law");
  const region = page.getByRole("status").filter({ hasText: "Gate" });
  expect(await region.count()).toBe(1);
  expect(await region.innerText()).toMatch(/^Gate/);
});
