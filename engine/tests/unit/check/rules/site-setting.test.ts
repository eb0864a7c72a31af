import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toReport } from "#check/report.ts";
import { checkSettings } from "#check/rules/site.ts";
import { makeFolder } from "../../../support/fixture.ts";
import { runCommand } from "../../../support/run-command.ts";

const required = `  name: "A",
  address: "https://example.org",
  description: "B.",
  feedAuthority: "example.org,2026",
`;

/** A publication with this text as its src/site.ts. */
function makeSettings(text: string): string {
  const root = makeFolder();
  mkdirSync(join(root, "src"));
  writeFileSync(join(root, "src/site.ts"), text);
  return root;
}
const check = (text: string) => checkSettings(makeSettings(text));
/** The findings about settings that are added to the required ones, without positions. */
const problemsOf = async (settings: string) =>
  (await check(`export const site = {\n${required}${settings}\n};\n`)).map(
    ({ field, problem, remedy, rule }) =>
      `${field}: ${problem} ${remedy} [${rule}]`,
  );

test("only four settings are required", async () => {
  expect(await check(`export const site = {\n${required}};\n`)).toEqual([]);
});

test("missing, unknown and invalid settings are reported together, each at its position", async () => {
  const findings = await check(`import type { S } from "gatepost";

export const site = {
  name: "A",
  tagLine: "x",
  addres: "https://example.org",
  description: "",
  menu: [{ label: "A", to: "/a/" }, { label: "B", to: "b" }],
  security: { "expires": "2026-02-30" },
  colour: "red",
} satisfies S as S;
`);
  expect(
    toReport(
      findings.toSorted((a, b) => a.line - b.line || a.column - b.column),
    ),
  ).toBe(`src/site.ts:3:21  feedAuthority
  There is no feedAuthority.
  Write a domain you owned and a date on which you owned it, like example.org,2026. [site/setting]

src/site.ts:5:3  tagLine
  There is no field "tagLine". Did you mean "tagline"?
  Write tagline: instead of tagLine:.                           [site/unknown]

src/site.ts:6:3  addres
  There is no field "addres". Did you mean "address"?
  Write address: instead of addres:.                            [site/unknown]

src/site.ts:7:3  description
  It is empty.
  Write one or two sentences about the site, like "Recipes that work on a weekday.". [site/setting]

src/site.ts:8:51  menu[2].to
  "b" is not an address on this site or on the web.
  Start it with a slash, like /about/, or write it in full, like https://example.org/. [site/setting]

src/site.ts:9:15  security.expires
  "2026-02-30" is not a day in the calendar.
  Write a date like 2026-02-28, at most a year ahead.           [site/setting]

src/site.ts:10:3  colour
  There is no field "colour".
  Remove it. The fields are: ${findings
    .find(({ field }) => field === "colour")
    ?.remedy.slice("Remove it. The fields are: ".length)} [site/unknown]

7 problems in 1 file.`);
});

test.each([
  ["example.org", '"example.org" is not the address of a site.', "like https"],
  ["ftp://example.org", "is not the address of a site.", "like https"],
  [
    "https://example.org/journal",
    "has more than a scheme and a host in it.",
    "Write https://example.org, and the path as base.",
  ],
])("the address %s is refused", async (address, problem, remedy) => {
  const [finding] = await check(
    `export const site = {\n${required.replace("https://example.org", address)}};`,
  );
  expect(finding?.problem).toContain(problem);
  expect(finding?.remedy).toContain(remedy);
});

test.each(["example.org", "https://example.org,2026", "Example.org,26", ""])(
  "the feedAuthority %s is refused",
  async (authority) => {
    const [finding] = await check(
      `export const site = {\n${required.replace("example.org,2026", authority)}};`,
    );
    expect(finding).toMatchObject({ field: "feedAuthority", line: 5 });
  },
);

test("an invalid environment variable is reported by name", async () => {
  process.env.SITE_ADDRESS = "example.org";
  try {
    expect(await problemsOf("")).toEqual([
      'address: SITE_ADDRESS: "example.org" is not the address of a site. Write it in full, like https://example.org. [site/setting]',
    ]);
  } finally {
    delete process.env.SITE_ADDRESS;
  }
});

test.each([
  ['security: { expires: "2027-06-15", contact: "a@example.org" }', "mailto:"],
  ['security: { contact: "mailto:a@example.org" }', "Write a date like"],
  ["articlesPerPage: 0", "Write a whole number, like 20"],
  ['language: "english please"', "Write a tag like en-GB"],
  ['language: "english"', "Write a tag like en-GB"],
  [
    'aiCrawlers: "welcom"',
    'aiCrawlers: "welcom" is not an allowed value. Did you mean "welcome"? Write one of: welcome, search-only, refused. [',
  ],
  ["hub: null", "It is empty."],
])("%s is refused", async (setting, words) => {
  const problems = await problemsOf(setting);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(words);
});

describe("a newsletter whose form would not work is refused", () => {
  test.each([
    ['{ provider: "buttondown", username: "" }', 'like username: "your-name"'],
    ['{ provider: "kit", form: "https://app.kit.com/1" }', "Write the part"],
    ['{ provider: "mailerlite", form: "1" }', "There is no newsletter.account"],
    [
      '{ provider: "other", action: "http://example.org/", field: "email" }',
      "with https://",
    ],
    ['{ provider: "other", action: "", field: "email" }', "with https://"],
    [
      '{ provider: "other", action: "https://example.org/", field: "" }',
      "It is empty.",
    ],
    [
      '{ provider: "mailchimp", action: "https://example.org/?u=1&id=2" }',
      "not the address of a Mailchimp list",
    ],
    [
      '{ provider: "mailchimp", action: "https://a.us1.list-manage.com/subscribe?u=1&id=2" }',
      "not the address of a Mailchimp list",
    ],
    [
      '{ provider: "other", action: "https://example.org/", field: "email", honeypot: "email" }',
      "Two fields of the form have one name. Write each name once",
    ],
    [
      '{ provider: "other", action: "https://example.org/", field: "email", hidden: { email: "" } }',
      "Two fields of the form have one name. Write each name once",
    ],
    ['"buttondown"', "a newsletter provider: buttondown, kit"],
    ['{ provider: "pigeon" }', '"pigeon" is not a newsletter provider'],
    ['{ provider: "kit", form: "1", a: 1 }', 'There is no field "a"'],
  ])("%s", async (newsletter, words) => {
    const problems = await problemsOf(`newsletter: ${newsletter}`);
    expect(problems.join("\n")).toContain(words);
  });
});

describe("a src/site.ts that cannot be read is reported without a stack", () => {
  test.each([
    [
      "export const site = {\n  name: 'x'\n  tagline: 3,\n};",
      "src/site.ts:3:3",
      "This cannot be read: Expected ',', got 'ident'.",
    ],
    [
      "export const site = {\n  name: title,\n};",
      "src/site.ts:2:9",
      "This cannot be run: title is not defined.",
    ],
    [
      "export const sight = {};",
      "src/site.ts:1:1",
      "This file exports no settings.",
    ],
  ])("%s", async (text, place, problem) => {
    const { code, err } = await runCommand(makeSettings(text), "check");
    expect(code).toBe(1);
    expect(err).toContain(`${place}\n  ${problem}`);
    expect(err).not.toMatch(/^\s+at /m);
  });
});
