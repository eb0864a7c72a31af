import { readBody } from "#text/body.ts";
import { toNamedCalls } from "#text/leaf-directives.ts";
import { expect, test } from "vitest";
import { render } from "./render.ts";

test("a call to action is an empty placeholder until it is filled", async () => {
  const { code } = await render("A.\n\n::cta{#waiting-list}\n\nB at 10:30.");
  expect(code).toBe(
    '<p>A.</p>\n<div hidden data-cta="waiting-list"></div>\n<p>B at 10:30.</p>\n',
  );
});

test("the library gets each call to action of a text once", () => {
  const body = readBody(
    "::cta{#feed}\n\n> ::cta{#cookbook}\n\n::cta{#feed}\n\n::cta\n\n`::cta{#code}`",
    "md",
  );
  expect(toNamedCalls(body.leafDirectives)).toEqual(["feed", "cookbook"]);
});
