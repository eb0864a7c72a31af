import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeContent, makeFolder } from "../support/fixture.ts";
import { runCommand } from "../support/run-command.ts";

/** A root with some files in src/. */
function makeRoot(files: Record<string, string>): string {
  const root = makeFolder();
  mkdirSync(join(root, "src"));
  for (const [file, text] of Object.entries(files))
    writeFileSync(join(root, "src", file), text);
  return root;
}

/** What a command says of a src/collections.ts, in a process of its own: only Node reads the file as Node does. */
const check = async (files: Record<string, string>) => {
  const { code, err } = await runCommand(
    makeRoot({ "site.ts": "export const site = {};\n", ...files }),
    "check",
  );
  expect(code).toBe(1);
  return err;
};

test("a src/collections.ts that cannot be run is reported with its place, or with that of the file it imports", async () => {
  expect(
    await check({
      "collections.ts": "export const collections = {\n  lamps: lamp,\n};\n",
    }),
  ).toBe(
    "src/collections.ts:2:10\n  This cannot be run: lamp is not defined.\n",
  );
  expect(
    await check({
      "collections.ts": 'import "./lamp.ts";\nexport const collections = {};\n',
      "lamp.ts": "export const lamp = 1;\n\nlet lit = ;\n",
    }),
  ).toMatch(/^src\/lamp\.ts:3:\d+\n {2}This cannot be read: /);
});

test("a wrong definition is reported with the place of its key", async () => {
  expect(
    await check({
      "collections.ts":
        'export const collections = {\n  lamps: {\n    noun: "tag",\n    title: "Lamps",\n  },\n};\n',
    }),
  ).toBe(`src/collections.ts:3:5
  noun: "tag" is taken: choose another word.
src/collections.ts:2:3
  schema: write z.strictObject({ … }), with z from gatepost/own-content.ts.
`);
});

test("content that an earlier command read is checked again after a change of its schema, in whatever file it is", async () => {
  const root = makeContent([["lamps/one.md", "---\nname: One\n---\n"]]);
  const write = (file: string, text: string) =>
    writeFileSync(join(root, "src", file), text);
  const engine = JSON.stringify(
    join(import.meta.dirname, "../../own-content.ts"),
  );
  const is = '{ is: "a text", write: "Write a text.", example: "A text" }';
  write(
    "collections.ts",
    `import { ownCollection } from ${engine};
import { schema } from "./lamp.ts";
export const collections = { lamps: ownCollection({ noun: "lamp", title: "Lamps", schema }) };
`,
  );
  const writeSchema = (...names: string[]) =>
    write(
      "lamp.ts",
      `import { field, text, z } from ${engine};
export const schema = z.strictObject({ ${names.map((name) => `${name}: field(text(9), ${is})`).join(", ")} });
`,
    );
  writeSchema("name");
  expect(await runCommand(root, "check")).toMatchObject({ code: 0, err: "" });
  writeSchema("name", "price");
  const { code, err } = await runCommand(root, "check");
  expect(code).toBe(1);
  expect(err).toContain(`src/content/lamps/one.md:1:1  price
  There is no price.
  Write a text.                                                 [lamp/missing-field]
`);
});
