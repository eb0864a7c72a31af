import { expect, test } from "vitest";
import { stringify } from "yaml";
import { checkContent } from "gatepost/check/check-content.ts";
import { anArticleFile } from "gatepost/tests/support/an-article.ts";
import { makeContent } from "gatepost/tests/support/fixture.ts";
import { facts } from "../src/certificates/certificate.ts";

process.env.BUILD_NOW = "2026-06-15";

const sources = (read = "2026-01-02") => ({
  page: {
    title: "The exam",
    publisher: "The issuer",
    url: "https://issuer.example/",
    read,
  },
});
const reader = {
  who: "An engineer",
  kind: "signal",
  answer: "no",
  why: "No posting asks for it.",
};

/** A certificate that passes every rule, with some fields changed. */
const aCertificate = (changed: Record<string, unknown> = {}) =>
  `---\n${stringify({
    name: "Certified Lamp Lighter (CLL)",
    short: "CLL",
    description: "An exam in lighting lamps.",
    issuer: "CLL Institute",
    url: "https://issuer.example/",
    field: "platform",
    level: "associate",
    status: "current",
    sources: sources(),
    fee: { amount: 100, currency: "EUR", source: "page" },
    notConfirmed: facts.filter((name) => name !== "fee"),
    readers: [reader, reader, reader],
    lapse: {
      dayAfter: "Nothing happens.",
      renewIf: "A contract names it.",
      replaceIf: "You want the next one.",
      lapseIf: "Nobody asks.",
    },
    ...changed,
  })}---\n\n${"A verdict. ".repeat(80)}\n`;

/** What the rules for certificates say of some content: the file, the place, the rule and the problem. */
async function check(content: Record<string, string>): Promise<string[]> {
  const { findings } = await checkContent(makeContent(Object.entries(content)));
  return findings
    .filter(({ rule }) => rule.startsWith("certificate/"))
    .map(
      ({ file, field, rule, problem }) =>
        `${file.replace(/^src\/content\/\w+\//, "")} ${field ?? ""} [${rule}] ${problem}`,
    );
}
const checkOne = (changed: Record<string, unknown>) =>
  check({ "certificates/cll.md": aCertificate(changed) });

test("a complete certificate has no problem", async () => {
  expect(await checkOne({})).toEqual([]);
});

test("every fact is given or named as not confirmed, and not both", async () => {
  expect(
    await checkOne({
      notConfirmed: facts.filter((name) => name !== "retake"),
    }),
  ).toEqual(
    [
      "cll.md notConfirmed[4] [certificate/complete] fee is not confirmed, and yet it is there.",
      "cll.md  [certificate/complete] There is no retake, and notConfirmed does not name it.",
    ].sort((a, b) => (a < b ? -1 : 1)),
  );
});

test("every fact's source is there, with a suggestion for a misspelt one, and every source is used", async () => {
  expect(
    await checkOne({ fee: { amount: 100, currency: "EUR", source: "pag" } }),
  ).toEqual([
    'cll.md sources.page [certificate/unused-source] No fact uses the source "page".',
    'cll.md fee.source [certificate/source] There is no source "pag" in sources. Did you mean "page"?',
  ]);
});

test("a gate has a source", async () => {
  expect(
    await checkOne({ readers: [reader, { ...reader, kind: "gate" }, reader] }),
  ).toEqual([
    "cll.md readers[2].kind [certificate/source] A gate needs a source.",
  ]);
});

test("a source that was read more than a year ago is a warning", async () => {
  expect(await checkOne({ sources: sources("2025-06-14") })).toEqual([
    "cll.md sources.page.read [certificate/source-age] The source was read on 2025-06-14, more than a year ago.",
  ]);
});

test("short names are unique, and other certificates that are named exist", async () => {
  expect(
    await check({
      "certificates/cll.md": aCertificate({ compareWith: ["clm"] }),
      "certificates/dll.md": aCertificate({ replacedBy: "cll" }),
    }),
  ).toEqual([
    'cll.md short [certificate/twin] "CLL" is also the short name in src/content/certificates/dll.md.',
    'cll.md compareWith[1] [certificate/reference] There is no certificate "clm". Did you mean "cll"?',
    'dll.md short [certificate/twin] "CLL" is also the short name in src/content/certificates/cll.md.',
  ]);
});

test("a misspelt field of a fact is reported with its place and a suggestion", async () => {
  expect(
    await checkOne({ fee: { amount: 100, curency: "EUR", source: "page" } }),
  ).toEqual([
    'cll.md fee.curency [certificate/unknown-field] There is no field "curency". Did you mean "currency"?',
  ]);
});

test("a verdict of a few words is a warning", async () => {
  expect(
    await check({
      "certificates/cll.md": aCertificate().replaceAll("A verdict. ", ""),
    }),
  ).toEqual(["cll.md  [certificate/verdict] The verdict has 0 words."]);
});

/** What an article with some text is asked to link, as `check --fix` would write it. */
async function linksAsked(text: string, changed = {}): Promise<string[]> {
  const { findings } = await checkContent(
    makeContent([
      ["certificates/cll.md", aCertificate(changed)],
      ["articles/lamps.md", anArticleFile({}, text)],
    ]),
  );
  return findings
    .filter(({ rule }) => rule === "certificate/unlinked")
    .map(({ line, column, fix }) => `${line}:${column} ${fix?.text}`);
}

test.each([
  ["The CLL is one.\n", ["8:5 [CLL](/certificates/cll/)"]],
  [
    "A Certified Lamp Lighter (CLL), a CLL.\n",
    ["8:3 [Certified Lamp Lighter (CLL)](/certificates/cll/)"],
  ],
  [
    "First [theirs](https://issuer.example/),\nthen **CLL**.\n",
    ["9:8 [CLL](/certificates/cll/)"],
  ],
  ["CLL, and later [its page](/certificates/cll/#fee).\n", []],
  ["CLL, and [its page](../../certificates/cll/).\n", []],
  [
    "CLL, and [another](https://issuer.example/certificates/cll/).\n",
    ["8:1 [CLL](/certificates/cll/)"],
  ],
  [
    ":::note[CLL]\nThe CLL, <kbd>CLL</kbd>.\n:::\n",
    ["9:5 [CLL](/certificates/cll/)"],
  ],
  ["CLLs, cll, CLL+ and `CLL`.\n", []],
  ["## CLL\n\n[Their CLL](https://issuer.example/CLL) <!-- CLL -->\n", []],
  ["```text\nCLL\n```\n", []],
  ["The CLL Institute issues it.\n", []],
])("%j asks for links: %j", async (text, links) => {
  expect(await linksAsked(text)).toEqual(links);
});

test("a short name that is a word too is not asked for, but the full name is", async () => {
  expect(
    await linksAsked("CLL, or Certified Lamp Lighter.\n", { ambiguous: true }),
  ).toEqual(["8:9 [Certified Lamp Lighter](/certificates/cll/)"]);
});
