import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { openPage } from "./browser.ts";

const project = join(import.meta.dirname, "../../..");

/** A request that a browser made for a page. */
export interface Fetched {
  path: string;
  /** "document", "stylesheet", "font", "script", "image" …, as the browser calls it. */
  kind: string;
  /** The bytes that a plain web server sends: text with gzip at its default level, fonts and pictures as they are. */
  size: number;
  /** Whether it blocks rendering. */
  isBlocking: boolean;
}

/** All requests of a page while it is scrolled to its end, and the icon, which test browsers do not request. */
export async function fetchPage(
  browser: Browser,
  url: string,
): Promise<Fetched[]> {
  const { page } = await openPage(browser);
  const fetched: Promise<Omit<Fetched, "isBlocking">>[] = [];
  page.on("response", (response) =>
    fetched.push(
      response.body().then((body) => ({
        path: new URL(response.url()).pathname,
        kind: response.request().resourceType(),
        size: isText(response.headers()["content-type"])
          ? gzipSync(body).length
          : body.length,
      })),
    ),
  );
  await page.goto(url, { waitUntil: "networkidle" });
  const icon = await page.getAttribute('link[rel="icon"]', "href");
  if (icon) await page.evaluate((href) => fetch(href), icon);
  await page.keyboard.press("End");
  await page.waitForLoadState("networkidle");
  const blocking = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(
        (entry) =>
          (
            entry as PerformanceResourceTiming & {
              renderBlockingStatus: string;
            }
          ).renderBlockingStatus === "blocking",
      )
      .map(({ name }) => new URL(name).pathname),
  );
  const all = await Promise.all(fetched);
  await page.context().close();
  return all.map((file) => ({
    ...file,
    kind: file.path === icon ? "icon" : file.kind,
    isBlocking: blocking.includes(file.path),
  }));
}

const isText = (type = "") => /text|javascript|json|xml/.test(type);
const toKilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** Files with their sizes, largest first, as lines that help to find what grew. */
export const toLines = (
  files: readonly { path: string; size: number }[],
): string =>
  files
    .toSorted((a, b) => b.size - a.size)
    .map(({ path, size }) => `  ${toKilobytes(size).padStart(8)}  ${path}`)
    .join("\n");

/** A source file and its static imports from this repository, without dynamic imports. */
function withImports(path: string, seen = new Set<string>()): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const imported = [
    ...readSource(path).matchAll(
      /^(?:import|export)\s(?!type)[^;"]*"(#|\.{1,2}\/)([^"]+\.ts)";/gm,
    ),
  ].map(([, prefix, rest]) =>
    prefix === "#"
      ? join("engine", rest as string)
      : join(dirname(path), `${prefix}${rest}`),
  );
  return [path, ...imported.flatMap((next) => withImports(next, seen))];
}
const readSource = (path: string) => readFileSync(join(project, path), "utf8");
const toStyle = (path: string) =>
  path.endsWith(".css")
    ? readSource(path)
    : (/<style[^>]*>([^]*?)<\/style>/.exec(readSource(path))?.[1] ?? "");

/** The ten largest of our sources that the style sheet or a page's script is made from: where to look for what grew. */
export function largestSources(kind: "stylesheet" | "script"): string {
  const sources =
    kind === "script"
      ? withImports("engine/browser/page.ts").map((path) => ({
          path,
          size: gzipSync(readSource(path)).length,
        }))
      : globSync("engine/**/*.{css,astro}", {
          cwd: project,
          exclude: ["engine/**/node_modules/**", "engine/{init,tests}/**"],
        }).map((path) => ({
          path,
          size: gzipSync(toStyle(path)).length,
        }));
  return toLines(sources.toSorted((a, b) => b.size - a.size).slice(0, 10));
}
