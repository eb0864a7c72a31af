import { globSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, inject, test } from "vitest";
import { splitFrontMatter } from "gatepost/files/read.ts";
import { toMinutes } from "gatepost/model/reading-time.ts";
import { readBody } from "gatepost/text/body.ts";
import { pageAt, readDist } from "gatepost/tests/support/build-site.ts";
import { readElements } from "gatepost/tests/support/read-page.ts";
import { questions, verdicts } from "../src/components/worksheet.ts";
import { findWorksheet } from "./support/worksheet-address.ts";

const dist = readDist(inject("site"));
const address = findWorksheet(dist);

describe.skipIf(!address)("the worksheet's HTML", () => {
  const page = address ? pageAt(dist, address) : "";
  const [form = ""] = /<form[^]*<\/form>/.exec(page) ?? [];
  const elements = readElements(form);

  test("has native radio buttons, none of them selected", () => {
    const radios = elements
      .map(({ attributes }) => attributes)
      .filter(({ type }) => type === "radio");
    expect(radios.map(({ name, value }) => `${name}=${value}`)).toEqual(
      questions.flatMap(({ name, options }) =>
        Object.keys(options).map((value) => `${name}=${value}`),
      ),
    );
    expect(radios.filter((radio) => "checked" in radio)).toEqual([]);
    expect(elements.filter(({ name }) => name === "legend")).toHaveLength(
      questions.length,
    );
  });

  test("has a button that works without JavaScript, and hides the one that does not", () => {
    const buttons = elements
      .filter(({ name }) => name === "button")
      .map(({ attributes }) => [attributes.type, "hidden" in attributes]);
    expect(buttons).toEqual([
      ["button", true],
      ["reset", false],
    ]);
  });

  test("has its own script, which no other page loads", () => {
    const scriptsOf = (html: string) =>
      [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(
        ([, src]) => src,
      );
    const [own] = scriptsOf(page).filter(
      (src) => !scriptsOf(pageAt(dist, "/")).includes(src),
    );
    expect(own).toBeDefined();
    const others = [...dist].filter(
      ([path, html]) =>
        path.endsWith(".html") &&
        !html.includes('id="worksheet"') &&
        html.includes(`src="${own}"`),
    );
    expect(others.map(([path]) => path)).toEqual([]);
  });

  test("adds no words to the reading time", () => {
    const [file] = globSync(
      `${inject("site")}/src/content${address!.slice(0, -1)}{,/index}.mdx`,
    );
    const { body } = splitFrontMatter(readFileSync(file!, "utf8"));
    expect(page).toContain(
      `${toMinutes(readBody(body, "mdx").words)} min read`,
    );
  });

  test("is not in the search index, but the text of its article is", () => {
    const fragment = [...dist]
      .filter(([path]) => path.startsWith("pagefind/fragment/"))
      .map(([, bytes]) => gunzipSync(bytes).toString())
      .find((text) => text.includes(`"${address}"`));
    expect(fragment).toBeDefined();
    expect(fragment).not.toMatch(/Start again|Next:/);
  });

  test("is text in the feed: questions, options and all verdicts, without controls", () => {
    const [html = ""] = [...dist]
      .filter(([path]) => /^(?:feed|feed-\d+)\.json$/.test(path))
      .flatMap(([, bytes]) => {
        const { items } = JSON.parse(bytes.toString()) as {
          items: { url: string; content_html: string }[];
        };
        return items
          .filter(({ url }) => url.endsWith(address as string))
          .map(({ content_html }) => content_html);
      });
    const text = html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");
    for (const { text: question, options } of questions)
      expect(text).toContain(
        [question, ...Object.values(options)].join("  ").replace(/\s+/g, " "),
      );
    for (const { label, text: verdict, next } of verdicts) {
      expect(html).toContain(`<span>${label}</span>`);
      expect(text).toContain(verdict);
      expect(html).toMatch(`/articles/${next.slug}/">`);
    }
    expect(text).toContain("Use the first verdict that fits.");
    expect(text).not.toMatch(/stands here|Start again/);
    expect(html).not.toMatch(/<(?:form|fieldset|legend|label|input)/);
  });
});
