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

/**
 * Chromium's message when a page takes so long to arrive that it is shown without the fade from the page before, as on a
 * busy machine. That is how it should be, and no fault of the page.
 */
const lateTransition =
  "Transition was aborted because of invalid state. Page already revealed";

/** What the content security policy has blocked on any page, as Chromium's console says it. */
export const violations: string[] = [];
const isViolation = /Content Security Policy|'Trusted\w+' assignment/;

/** Opens a page that collects what the browser complains of: console errors, blocked or failed requests, exceptions. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (isViolation.test(message.text()))
      violations.push(`${page.url()}: ${message.text()}`);
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", ({ message }) => {
    if (message !== lateTransition)
      complaints.push(`${page.url()}: ${message}`);
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
 * Runs axe on a page as it is shown: WCAG 2.2 AA and axe's own best practices.
 * @param only the ids of the rules to run, all by default
 * @returns a line for each element that breaks a rule
 */
export async function accessibilityProblems(
  page: Page,
  only?: string[],
): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({
    // Axe skips target sizes by default.
    rules: { "target-size": { enabled: true } },
    // Describing every element that passes would take half of the time.
    resultTypes: ["violations"],
    ...(only && { runOnly: only }),
  });
  // Our pages have no frames for axe to look into; without them it needs no second page.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, any, all, none }) =>
        `${page.url()} ${id}: ${target.join(" ")}: ${[...any, ...all, ...none].map(({ message }) => message).join("; ")}`,
    ),
  );
}

/** The same in the light theme and then in the dark one, where only the rules about colours can find anything new. */
export async function problemsInBothThemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  const light = await accessibilityProblems(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await accessibilityProblems(page, colourRules);
  return [...light, ...dark.map((problem) => `In the dark theme: ${problem}`)];
}

/** The rules of axe whose findings depend on the theme. */
const colourRules = ["color-contrast", "link-in-text-block"];
