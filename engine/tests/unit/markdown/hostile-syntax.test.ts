import { expect, test } from "vitest";
import { readBody } from "#text/body.ts";
import { hostileSyntax } from "../../support/hostile-syntax.ts";
import { render } from "./render.ts";

test.each(hostileSyntax)(
  "%s, up to 5 KB of it, is checked and rendered",
  async (_, body) => {
    const isRefused = readBody(body, "md").issues.some(
      ({ rule }) => rule === "content/size",
    );
    const shown = isRefused ? "" : (await render(body)).code;
    expect(shown).toBeTypeOf("string");
  },
);
