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

/** A src/collections.ts that keeps its collection in a constant, as the guide does. */
const toLamps = (rules: string, fields = ["name: field(text(9), about)"]) =>
  `import { field, fileOf, ownCollection, text, z } from ${JSON.stringify(join(import.meta.dirname, "../../own-content.ts"))};
const about = { is: "a text", write: "Write a text.", example: "A text" };
const lamps = ownCollection({
  noun: "lamp",
  title: "Lamps",
  schema: z.strictObject({
${fields.map((field) => `    ${field},\n`).join("")}  }),
  rules: [
    ${rules}
  ],
});
export const collections = { lamps };
`;

test("a wrong field or rule is reported with its place, also if the collection is a constant", async () => {
  expect(
    await check({
      "collections.ts": toLamps("", [
        "lit: field(z.date(), about)",
        'shade: field(fileOf("lamp"), about)',
        "name: z.string()",
      ]),
    }),
  ).toBe(`src/collections.ts:8:5
  schema: shade names a file of "lamp", which is no collection. Did you mean "lamps"?
src/collections.ts:7:5
  schema: lit: Date cannot be represented in JSON Schema. JSON must hold its values: write a date as text, with day().
src/collections.ts:9:5
  schema: The field name needs messages: use field().
`);
  expect(
    await check({
      "collections.ts": toLamps(
        '{ errors: { "lamps/dark": "It is lit.", "lamp/name": "It has one." } },',
      ),
    }),
  ).toBe(`src/collections.ts:10:5
  check: return what the rule finds.
src/collections.ts:10:17
  The name of the rule lamps/dark must begin with lamp/.
src/collections.ts:10:45
  The engine has a rule lamp/name: choose another name.
`);
});

test("a rule that throws, or reports a name that it does not list, is reported without a stack trace", async () => {
  expect(
    await check({
      "collections.ts": toLamps(
        '{ errors: { "lamp/dark": "It is lit." }, check: (files) => files.none.length },',
      ),
    }),
  ).toMatch(
    /^src\/collections\.ts:10:\d+\n {2}This cannot be run: Cannot read properties of undefined \(reading 'length'\)\.\n$/,
  );
  expect(
    await check({
      "collections.ts": toLamps(
        '{ errors: { "lamp/dark": "It is lit." }, check: () => [{ file: "a.md", line: 1, column: 1, rule: "lamp/drak" }] },',
      ),
    }),
  ).toBe(
    "src/collections.ts\n  A rule of lamps reports lamp/drak, which is not in its errors, warnings or reminders.\n",
  );
});

test("an about that returns no title for a file is reported by check, with its place", async () => {
  const root = makeContent([["lamps/one.md", "---\nname: One\n---\n"]]);
  writeFileSync(
    join(root, "src/collections.ts"),
    toLamps("").replace(
      "  rules:",
      '  address: (id) => `/lamps/${id}/`,\n  about: ({ title }) => ({ title, description: "A lamp." }),\n  rules:',
    ),
  );
  expect(await runCommand(root, "check")).toMatchObject({
    code: 1,
    err: "src/collections.ts:10:3\n  about: return a title and a description for every file; src/content/lamps/one.md lacks one.\n",
  });
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
