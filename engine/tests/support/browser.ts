import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from "playwright-core";

/** Where systems put Chrome and Chromium. */
const installed = [
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * A Chromium that this machine has, else the one that comes in an npm package (Linux, x64). Asked for once in a run: the
 * package unpacks it to one place, where two at a time would trip over each other.
 */
export async function findBrowser(): Promise<string> {
  const candidates = [
    process.env.CHROME_PATH,
    ...installed,
    chromium.executablePath(),
  ];
  const found = candidates.find((path) => path && existsSync(path));
  if (found) return found;
  // It brings the libraries that it needs, and unpacks them where it takes a machine for a bare one.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs24.x";
  const { default: packed } = await import("@sparticuz/chromium");
  return packed.executablePath();
}

/** Starts the browser that `findBrowser` found. */
export const launchBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      // Containers and root have no sandbox to start in, and our own pages need none.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

/** A page that remembers everything the browser complained of: console errors, blocked or failed requests, exceptions. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) =>
    complaints.push(`${page.url()}: ${error.message}`),
  );
  page.on("requestfailed", (request) => {
    // What a page was still loading when the next one was asked for is no fault of either.
    const reason = request.failure()?.errorText ?? "";
    if (reason !== "net::ERR_ABORTED")
      complaints.push(`${page.url()}: ${request.url()} ${reason}`);
  });
  return { page, complaints };
}

/** What axe finds wrong with a page, as lines. WCAG 2.2 AA and axe's own best practices, less the rules that are named. */
export async function accessibilityProblems(
  page: Page,
  without: string[] = [],
): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Axe leaves out the size of targets unless it is asked.
    .options({ rules: { "target-size": { enabled: true } } })
    .disableRules(without)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${page.url()} ${id}: ${target.join(" ")}`),
  );
}
