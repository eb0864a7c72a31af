import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterEach, expect, test, vi } from "vitest";
import { escapeXml, toXmlText, xml } from "#feeds/xml.ts";

afterEach(() => vi.restoreAllMocks());

const forbidden = ["\u0000", "\u0001", "\u000b", "\u001f", "\ufffe", "\uffff"];

test.each([...forbidden, "\ud83d", "\ude00"])(
  "a character that XML forbids is removed: %j",
  (character) => {
    expect(toXmlText(`a${character}b`)).toBe("ab");
    expect(escapeXml(`a${character}b`)).toBe("ab");
  },
);

test("all other characters are kept: tabs, line ends, emoji, right-to-left text", () => {
  const text = "a\tb\nc\r\u0085\u2028\u202e😀 שלום \u{10ffff}\ufffd";
  expect(toXmlText(text)).toBe(text);
});

test("a file with forbidden characters is reported once, with what to do", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  toXmlText("a\u0001b\u000b\u0001", "src/content/articles/odd.md");
  toXmlText("a\u0001", "src/content/articles/odd.md");
  toXmlText("fine", "src/content/articles/fine.md");
  expect(warn.mock.calls).toEqual([
    [
      `src/content/articles/odd.md
  Feeds omit U+0001, U+000B, which XML cannot hold: no feed reader could open them otherwise.
  Remove it from the text, or what becomes it there, like &#1; or \\u0001.`,
    ],
  ]);
});

test("a template escapes text in elements and attributes, and keeps markup", () => {
  const text = `<b> & "quoted" ]]> </script> 'it' 😀`;
  const { markup } = xml`
    <list
      of="${text}">
      <title>${text}</title>
      ${[0, 1].map((number) => xml`<item>${number}</item>`)}
      ${undefined}
      ${false}
    </list>`;
  expect(XMLValidator.validate(markup)).toBe(true);
  const parser = new XMLParser({ ignoreAttributes: false });
  expect(parser.parse(markup)).toEqual({
    list: { "@_of": text, title: text, item: [0, 1] },
  });
  expect(markup).toMatch(
    /^<list of="[^\n]+<item>0<\/item><item>1<\/item><\/list>$/,
  );
});
