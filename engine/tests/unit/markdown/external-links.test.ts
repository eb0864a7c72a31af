import { site } from "#site.ts";
import { expect, test } from "vitest";
import { render } from "./render.ts";

test.each([
  "[text](https://example.org/a)",
  "[text](http://example.org/)",
  "[text](//example.org/)",
  "https://example.org/",
  "<https://example.org/>",
  "[text][r]\n\n[r]: https://example.org/",
  '<a href="https://example.org/">text</a>',
  `[text](https://not-${new URL(site.address).host}/)`,
  // Only the link's target matters here; prose.css adds no arrow to pictures.
  "[![An oven](./oven.png)](https://example.org/)",
])("%s is marked as external", async (text) => {
  expect((await render(text)).code).toMatch(/<a href="[^"]+" rel="external">/);
});

test.each([
  "[text](/articles/one/)",
  "[text](#a-part)",
  "[text](one/)",
  `[text](${site.address}/articles/one/)`,
  `[text](${site.address.replace("https:", "http:")})`,
  "[text](mailto:a@example.org)",
  "[text](tel:+441234)",
  "[text](https://)",
  "[text]()",
  "A.[^1]\n\n[^1]: Its source.",
])("%s is not", async (text) => {
  const { code } = await render(text);
  expect(code).toContain("<a ");
  expect(code).not.toContain("external");
});

test("attributes of links in HTML stay, except those that open a window", async () => {
  const { code } = await render(
    '<a href="https://example.org/" rel="nofollow">text</a> <a href="https://example.org/b" rel="external">b</a>',
  );
  expect(code).toContain('rel="nofollow external"');
  expect(code).toContain('<a href="https://example.org/b" rel="external">');
  expect(code).not.toContain("target");
});
