import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { openPage } from "./browser.ts";

const project = join(import.meta.dirname, "../../..");

/** What a reader's browser fetched for a page. */
export interface Fetched {
  path: string;
  /** "document", "stylesheet", "font", "script", "image" …: the browser's own word. */
  kind: string;
  /** Bytes as a plain web server sends them: text by gzip at its usual level, fonts and pictures as they are. */
  size: number;
  /** Whether nothing was drawn before it was there. */
  isBlocking: boolean;
}

/** Everything a page fetches while it is read from its top to its end, the icon too, which no test browser asks for. */
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

/** Files with their sizes, the largest first, as lines for whoever has to find out what grew. */
export const toLines = (
  files: readonly { path: string; size: number }[],
): string =>
  files
    .toSorted((a, b) => b.size - a.size)
    .map(({ path, size }) => `  ${toKilobytes(size).padStart(8)}  ${path}`)
    .join("\n");

/** What a file of ours imports of ours at once, itself first: what is imported later is no part of it. */
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
