import { AxeBuilder } from "@axe-core/playwright";
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from "playwright-core";

/**
 * The path of the Chromium in the lock file, so that every machine tests with the same one. CHROME_PATH overrides
 * it, as all systems except Linux on x64 need. Called once per run, since two calls at a time would unpack it over
 * each other.
 */
export async function findBrowser(): Promise<string> {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  // It unpacks its libraries only on machines that have none.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs24.x";
  const { default: packed } = await import("@sparticuz/chromium");
  return packed.executablePath();
}

/** Starts the browser that `findBrowser` found. */
export const launchBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      // The sandbox does not work as root or in containers, and our own pages do not need it.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

/** A page that records console errors, blocked or failed requests, and exceptions. */
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
  page.on("pageerror", (error) => {
    // Chromium skips the transition between two pages when a busy machine shows the second one late.
    if (!error.message.startsWith("Transition was aborted"))
      complaints.push(`${page.url()}: ${error.message}`);
  });
  page.on("requestfailed", (request) => {
    // Requests that a navigation cancels are not errors.
    const reason = request.failure()?.errorText ?? "";
    if (reason !== "net::ERR_ABORTED")
      complaints.push(`${page.url()}: ${request.url()} ${reason}`);
  });
  return { page, complaints };
}

/**
 * The issues that axe finds on a page, one per line. Checks WCAG 2.2 AA and axe's best practices, except for the
 * excluded rules.
 */
export async function accessibilityProblems(
  page: Page,
  without: string[] = [],
): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Axe checks target sizes only if that rule is enabled.
    .options({ rules: { "target-size": { enabled: true } } })
    .disableRules(without)
    // Our pages have no frames that axe could look into; without them it needs no second page.
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${page.url()} ${id}: ${target.join(" ")}`),
  );
}
