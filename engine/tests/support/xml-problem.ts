import type { Page } from "playwright-core";

/** What a browser's parser, which forgives nothing, finds wrong with some XML; undefined when it is well-formed. */
export const toXmlProblem = (
  page: Page,
  xml: string,
): Promise<string | null | undefined> =>
  page.evaluate(
    (text) =>
      new DOMParser()
        .parseFromString(text, "application/xml")
        .querySelector("parsererror")?.textContent,
    xml,
  );
