import { execFile } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { toEnvironment } from "./environment.ts";
import { makeContent } from "./fixture.ts";

/** Slightly shorter than the longest text that is parsed. */
const size = 249_000;
const fields = {
  title: "A title",
  description: "What a reader of this article will know afterwards.",
  pubDate: "2026-01-02",
  category: "work",
};
const front = stringify(fields);
const article = (yaml: string, body = "A text.\n"): string =>
  `---\n${yaml}---\n\n${body}`;
/** Repeats a text up to the maximum length. */
const fill = (piece: string): string =>
  piece.repeat(Math.floor(size / piece.length));
const around = (open: string, text: string, close: string, times = 20_000) =>
  open.repeat(times) + text + close.repeat(times);

/** An unknown word, different for each number. */
const toOddWord = (number: number): string =>
  number
    .toString(26)
    .replace(/\d/g, (digit) => "qwxzvkjyrt"[+digit] as string)
    .padStart(7, "qx");
const oddWords = Array.from({ length: 31_000 }, (_, number) =>
  toOddWord(number),
);

/** Hostile bodies in Markdown and MDX. */
const bodies: Record<string, string> = {
  "one long line": fill("words "),
  "one long word": fill("a"),
  "unknown words": oddWords.join(" "),
  "unknown words, joined by apostrophes": oddWords
    .slice(0, 25_000)
    .map((word, index) => word + (index % 4 < 3 ? "'" : " "))
    .join("")
    .replace(/(?<=[a-z])(?=[a-z]{2}\b)/g, "'"),
  "a table of 5,000 rows": `| a | b |\n| - | - |\n${"| one | 2 |\n".repeat(5000)}`,
  "a table of 5,000 columns": `|${" a |".repeat(5000)}\n|${" - |".repeat(5000)}\n|${" b |".repeat(5000)}\n`,
  "nested brackets": around("[", "a", "]"),
  "brackets at the maximum depth": around("[", "a", "]", size / 2 - 100),
  "nested links": around("[", "a", "](b)"),
  "nested pictures": around("![", "a", "](b.png)"),
  "quotations at the maximum depth": fill(">"),
  "lists at the maximum depth": fill("- "),
  "emphasis at the maximum depth": around("*a ", "a", " a*", 40_000),
  "blocks at the maximum depth": fill("<div>\n\n"),
  "many short emphases": fill("*a_ \n\n"),
  "many short comments": fill("<!--\n\n"),
  "many character references, each on its own line": fill("&#x6a;\n\n"),
  "table cells with character references": `| a |\n| - |\n${fill("|&#x6a;\n")}`,
  "nested quotations": `${">".repeat(20_000)} a`,
  "nested lists": `${"- ".repeat(20_000)}a`,
  "indented nested lists": Array.from(
    { length: 1000 },
    (_, depth) => `${"  ".repeat(depth)}- a`,
  ).join("\n"),
  "nested emphasis": around("*a **a ", "a", " a** a*", 10_000),
  "nested elements": around("<b>", "a", "</b>"),
  "nested blocks": around("<div>\n\n", "a", "\n\n</div>"),
  "many stars": fill("*"),
  "many emphasis": fill("*a_ "),
  "many ticks": fill("`a``"),
  "many tildes": fill("~~a"),
  "many brackets": fill("["),
  "many unclosed pictures": fill("!["),
  "many references": fill("[a][b]"),
  "many references, one per line": fill("[a][b]\n"),
  "many notes": fill("[^a]"),
  "many definitions": Array.from(
    { length: 12_000 },
    (_, number) => `[a${number}]: /b/${number}`,
  ).join("\n"),
  "many references to one long address": `[a]: /${"b".repeat(1000)}\n\n${"[a] ".repeat(100_000)}`,
  "many unclosed tags": fill("<a "),
  "many incomplete tags": fill("<a"),
  "many unclosed nested elements": fill("<i>"),
  "many unclosed comments": fill("<!--"),
  "many comments": fill("<!-- a -->"),
  "many scripts": fill("<script>"),
  "many attributes": `<b ${fill("a=b ")}>c</b>`,
  "many character references": fill("&#x6a;"),
  "many ampersands": fill("&"),
  "many links": fill("[a](/b/) "),
  "many bare addresses": fill("https://a.example/b "),
  "many www": fill("www."),
  "many unclosed addresses": fill("<https://a"),
  "many letters with @": fill("a@b"),
  "many pictures": fill("![](./a.png) "),
  "many headings": fill("# a\n\n"),
  "many headings of the same name": fill("## a\n"),
  "many fences": fill("```\n"),
  "many underlines": fill("a\n=\n"),
  "many rules": fill("***\n"),
  "many empty lines": fill("\n"),
  "many line endings": fill("\r"),
  "many spaces": `${fill(" ")}a`,
  "many tabs": `${fill("\t")}a`,
  "many backslashes": fill("\\"),
  "many backslashes and brackets": fill("\\["),
  "many invisible characters": fill("a\u202e"),
  "many TODOs of an import": fill("`TODO import, line 1: a` "),
  "a code fence that is never closed": `\`\`\`\n${fill("a\n")}`,
  "an element that is never closed": `<div>\n${fill("a\n")}`,
  "a title that is never closed": `[a](b "${fill("a ")}`,
  "unclosed braces": fill("{"),
  "nested braces": around("{", "a", "}"),
  "many expressions": fill("{a}"),
  "many expressions of the same name": fill("{process}"),
  "code of many terms": `{${"1+".repeat(100_000)}1}`,
  "very long code": `{[${fill("process,")}]}`,
  "nested components": around("<A>", "a", "</A>", 5000),
  "many components": fill("<A />"),
  "the maximum number of components": "<A />\n\n".repeat(8000),
  "the maximum number of components, none closed": "<A>\n\n".repeat(8000),
  "the maximum number of braces": "{process}\n\n".repeat(2900),
  "code at the maximum depth": `{${around("(", "1", ")", 2900)}}`,
  "functions at the maximum depth": `{${around("function(){return ", "1", "}", 1400)}}`,
  "the maximum number of punctuation characters": "a_&#x6a;\n".repeat(4700),
  "the maximum number of terms": `{${"1+".repeat(11_900)}1}`,
  "many computed attributes": `<A ${fill("a={b} ")}/>`,
  "many spreads": `<A ${fill("{...a} ")}/>`,
  "many imports": fill('import A from "a"\n'),
  "many imports of many names": Array.from(
    { length: 5000 },
    (_, number) => `import A${number} from "./a${number}"`,
  ).join("\n\n"),
};

/** Hostile front matter. */
const fronts: Record<string, string> = {
  "a very long title": stringify({ ...fields, title: fill("a") }),
  "a title of many emoji": stringify({ ...fields, title: fill("👩‍👩‍👧") }),
  "aliases that double": `${front}a: &a [x, x]\n${Array.from(
    { length: 40 },
    (_, depth) =>
      `${"b".repeat(depth + 1)}: &${"b".repeat(depth + 1)} [*${"b".repeat(depth) || "a"}, *${"b".repeat(depth) || "a"}]\n`,
  ).join("")}`,
  "an alias a thousand times": `${front}a: &a x\nb: [${"*a, ".repeat(1000)}]\n`,
  "an alias to itself": `${front}tags: &a [*a]\n`,
  "merges that double": `${front}a: &a { x: 1 }\n${Array.from({ length: 1000 }, (_, n) => `b${n}: { <<: *a }\n`).join("")}`,
  "nested brackets": `${front}tags: ${around("[", "a", "]")}\n`,
  "brackets at the maximum depth": `${front}tags: ${around("[", "a", "]", size / 2 - 100)}\n`,
  "unclosed brackets": `${front}tags: ${"[".repeat(20_000)}\n`,
  "nested braces": `${front}a: ${around("{a: ", "a", "}")}\n`,
  "nested fields": `${front}${Array.from({ length: 2000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")}`,
  "nested lists": `${front}a: ${"- ".repeat(20_000)}a\n`,
  "10,000 fields": `${front}${Array.from({ length: 10_000 }, (_, n) => `a${n}: b\n`).join("")}`,
  "25,000 fields": `${front}${Array.from({ length: 25_000 }, (_, n) => `a${n}:\n`).join("")}`,
  "10,000 fields of the same name": `${front}${"a: b\n".repeat(10_000)}`,
  "20,000 tags": stringify({
    ...fields,
    tags: Array.from({ length: 20_000 }, (_, n) => `t${n}`),
  }),
  "20,000 tags that are not written like tags": stringify({
    ...fields,
    tags: Array.from({ length: 20_000 }, (_, n) => `Tag ${n}`),
  }),
  "one tag 30,000 times": stringify({
    ...fields,
    tags: Array.from({ length: 30_000 }, () => "tag"),
  }),
  "10,000 aliases": stringify({
    ...fields,
    aliases: Array.from({ length: 10_000 }, (_, n) => `/a-${n}/`),
  }),
  "10,000 aliases that are taken": stringify({
    ...fields,
    aliases: Array.from({ length: 10_000 }, (_, n) => `/tags/${n}/`),
  }),
  "10,000 sources": stringify({
    ...fields,
    sources: Array.from({ length: 10_000 }, () => ({ title: "", url: "x" })),
  }),
  "10,000 authors": stringify({
    ...fields,
    authors: Array.from({ length: 10_000 }, (_, n) => `a${n}`),
  }),
  "many comments": `${front}${fill("# a\n")}`,
  "many spaces": `${front}a: ${fill(" ")}\n`,
  "many quotes": `${front}a: "${fill('\\"')}"\n`,
  "a quote that is never closed": `${front}a: "${fill("b ")}\n`,
  "many colons": `${front}a: ${fill("b: ")}\n`,
  "many invisible characters": `${front}a: "${fill("a\u202e")}"\n`,
  "a very long date": stringify({ ...fields, pubDate: fill("1/") }),
  "a very long address": stringify({
    ...fields,
    canonicalUrl: `https://${fill("a.")}`,
  }),
  "a very long field name": `${front}? ${fill("a")}\n: b\n`,
};

/** Twice the maximum length. */
const tooLong: Record<string, string> = {
  "a line of a megabyte": article(front, "words ".repeat(170_000)),
  "a title of a megabyte": article(
    stringify({ ...fields, title: "a".repeat(1_000_000) }),
  ),
  "a megabyte of hyphens": "---\n".repeat(250_000),
  "front matter of a megabyte that is never closed": `---\n${"a: b\n".repeat(200_000)}`,
  "100,000 tags": article(
    stringify({
      ...fields,
      tags: Array.from({ length: 100_000 }, (_, n) => `tag-${n}`),
    }),
  ),
};

type Files = [path: string, text: string][];

/** Hostile content files, by name. */
export const hostile: [what: string, files: Files][] = [
  ...Object.entries(bodies).map(([what, body]): (typeof hostile)[number] => [
    what,
    [
      ["articles/a.md", article(front, body)],
      ["articles/b.mdx", article(front, body)],
    ],
  ]),
  ...Object.entries(fronts).map(([what, yaml]): (typeof hostile)[number] => [
    `${what} in front matter`,
    [["articles/a.md", article(yaml)]],
  ]),
  ...Object.entries(tooLong).map(([what, text]): (typeof hostile)[number] => [
    what,
    [["articles/a.md", text]],
  ]),
];

/** One of each kind, for every test run; `npm run bench:hostile` tries them all. */
export const hostileSample = [
  "one long line",
  "a table of 5,000 columns",
  "nested links",
  "quotations at the maximum depth",
  "emphasis at the maximum depth",
  "many references to one long address",
  "many attributes",
  "nested components",
  "many expressions",
  "aliases that double in front matter",
  "20,000 tags in front matter",
  "a title of a megabyte",
];

const megabytes = 1024;

/**
 * Runs `check` on some files in a separate process with 1 GiB of memory.
 * @param limit the timeout in milliseconds
 * @returns the problem with its output, if any, and its peak memory in MB
 */
export function checkHostile(
  files: Files,
  limit: number,
  prepare: (root: string) => void = () => undefined,
): Promise<{ problem: string | undefined; peak: number }> {
  const root = makeContent(files);
  prepare(root);
  const peakFile = join(root, "peak");
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [
        `--max-old-space-size=${megabytes}`,
        "--import",
        join(import.meta.dirname, "peak.ts"),
        join(import.meta.dirname, "../../bin.js"),
        "check",
      ],
      {
        cwd: root,
        timeout: limit,
        maxBuffer: 64 * 1024 ** 3,
        env: toEnvironment("production", { PEAK_FILE: peakFile }),
      },
      (error, out, err) => {
        const output = out + err;
        const peak = error?.signal
          ? Infinity
          : Number(readFileSync(peakFile, "utf8")) / 1024;
        rmSync(root, { recursive: true, force: true });
        const report = error
          ? /^\d+ problems?(?: and \d+ warnings?)? in \d+ article/m
          : /other texts: no problems\.|^\d+ warnings? in \d+ article/m;
        const problem = error?.signal
          ? `stopped by ${error.signal}`
          : error && error.code !== 1
            ? `exit code ${error.code}`
            : !report.test(output)
              ? "no report"
              : /^\s+at .*:\d+:\d+\)?$/m.test(output)
                ? "a stack trace"
                : peak >= megabytes
                  ? `${peak.toFixed(0)} MB`
                  : undefined;
        resolve({
          problem: problem && `${problem}: ${output.slice(-600)}`,
          peak,
        });
      },
    );
  });
}
