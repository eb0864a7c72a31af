import { expect, test } from "vitest";
import { toPlainText } from "#browser/plain-text.ts";

test.each([
  ["<p>One<br>two<br />three</p><p>Four</p>", "One\ntwo\nthree\n\nFour"],
  [
    '<p>See <a href="https://example.org"><span class="invisible">https://</span><span>example.org</span></a></p>',
    "See https://example.org",
  ],
  [
    "1 &lt; 2 &amp; &quot;3&quot; isn&#39;t &euro;",
    '1 < 2 & "3" isn\'t &euro;',
  ],
  ["&amp;lt;b&amp;gt;", "&lt;b&gt;"],
  ["<scr<script>ipt>", "<script>"],
  ["Unclosed <img src=x", "Unclosed <img src=x"],
])("the text of %j", (html, text) => {
  expect(toPlainText(html)).toBe(text);
});
