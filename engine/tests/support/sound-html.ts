import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import type { Dist } from "./build-site.ts";
import { htmlRules } from "./html-rules.ts";

export const validator = new HtmlValidate(
  new FileSystemConfigLoader([], { ...htmlRules, root: true }),
);

/**
 * Links with an underlined space or a space before a full stop: `<a>all of it </a>.`, which wrapping a long line can
 * cause.
 */
export const looseSpaces = (html: string): string[] =>
  html
    .replace(/<(script|style|pre|textarea)\b[^]*?<\/\1>/g, "")
    .match(
      /.{0,40}(?:\s<\/(a|em|strong|code|time|abbr|q)>\s*(?=[^\s<])|<\/(?:a|em|strong|code|time|abbr|q)>\s+(?=[.,;:?!)])).{0,9}/g,
    ) ?? [];

/**
 * Problems that html-validate and we find on a built site's pages: path:line:column, the problem, the place in the
 * page.
 */
export async function findProblems(dist: Dist): Promise<string[]> {
  const pages = [...dist].filter(([path]) => path.endsWith(".html"));
  if (pages.length === 0) throw new Error("There are no pages in dist/");
  const found: string[] = [];
  for (const [path, bytes] of pages) {
    const html = bytes.toString("utf8");
    for (const place of looseSpaces(html))
      found.push(`${path} a space before what follows: ${place}`);
    const { results } = await validator.validateString(html);
    for (const { messages } of results)
      for (const { line, column, message, ruleId, selector } of messages)
        found.push(
          `${path}:${line}:${column} ${message} [${ruleId}] ${selector}`,
        );
  }
  return found;
}
