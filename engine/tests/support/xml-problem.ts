import type { Page } from "playwright-core";

/** The error that a browser's XML parser reports; undefined if the XML is well-formed. */
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
