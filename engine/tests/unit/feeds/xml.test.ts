import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterEach, expect, test, vi } from "vitest";
import { escapeXml, toElement, toXmlText } from "#feeds/xml.ts";

afterEach(() => vi.restoreAllMocks());

const forbidden = ["\u0000", "\u0001", "\u000b", "\u001f", "\ufffe", "\uffff"];

test.each([...forbidden, "\ud83d", "\ude00"])(
  "a character that XML cannot hold is left out: %j",
  (character) => {
    expect(toXmlText(`a${character}b`)).toBe("ab");
    expect(escapeXml(`a${character}b`)).toBe("ab");
  },
);

test("all others stay: tab, line ends, emoji, whatever the direction", () => {
  const text = "a\tb\nc\r\u0085\u2028\u202e😀 שלום \u{10ffff}\ufffd";
  expect(toXmlText(text)).toBe(text);
});

test("a writer is told once which file, which characters and what to do", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  toXmlText("a\u0001b\u000b\u0001", "src/content/articles/odd.md");
  toXmlText("a\u0001", "src/content/articles/odd.md");
  toXmlText("fine", "src/content/articles/fine.md");
  expect(warn.mock.calls).toEqual([
    [
      `src/content/articles/odd.md
  The feeds go without U+0001, U+000B, which XML cannot hold: with it no reader could open them.
  Take it out of the text, or what stands for it there, like &#1; or \\u0001.`,
    ],
  ]);
});

test("an element holds its attributes and its text as they were", () => {
  const text = `<b> & "quoted" ]]> </script> 'it' 😀`;
  const element = toElement("title", { of: text }, escapeXml(text));
  expect(XMLValidator.validate(element)).toBe(true);
  const parser = new XMLParser({ ignoreAttributes: false });
  expect(parser.parse(element)).toEqual({
    title: { "#text": text, "@_of": text },
  });
  expect(toElement("empty", { at: 1 })).toBe('<empty at="1"/>');
});
