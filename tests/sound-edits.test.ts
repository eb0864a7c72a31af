import { execFile, execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { splitFrontMatter } from "gatepost/files/read.ts";
import type { SiteSettings } from "gatepost/site-settings.ts";
import { anArticleFile } from "gatepost/tests/support/an-article.ts";
import { toEnvironment } from "gatepost/tests/support/environment.ts";
import { makeFolder } from "gatepost/tests/support/fixture.ts";
import { runHere } from "gatepost/tests/support/run-command.ts";
import { verdicts } from "../src/components/worksheet.ts";
import { site } from "../src/site.ts";
import { articleFiles, now, root } from "./support/publication.ts";

/** The tests that could fail after edits of content and facts. */
const affected = [
  "articles",
  "certificates-pages",
  "generated",
  "guides",
  "site",
  "worksheet-page",
  "writing",
].map((name) => `tests/${name}.test.ts`);
const built = [".git", ".astro", ".build", ".cache", "dist", "node_modules"];
const copy = join(makeFolder(), "copy");
const inCopy = (path: string) => join(copy, path);
const read = (path: string) => readFileSync(inCopy(path), "utf8");
const write = (path: string, text: string) => writeFileSync(inCopy(path), text);
const contentFiles = () =>
  globSync("src/content/**/*.{md,mdx}", { cwd: copy }).sort();
const command = async (name: string, ...args: string[]): Promise<void> => {
  const { code, err } = await runHere(copy, name, args, { BUILD_NOW: now });
  expect(code, err).toBe(0);
};

beforeAll(() => {
  cpSync(root, copy, {
    recursive: true,
    filter: (source) => !built.some((name) => source === join(root, name)),
  });
  mkdirSync(inCopy("node_modules"));
  for (const name of readdirSync(join(root, "node_modules")))
    symlinkSync(
      name.startsWith("gatepost")
        ? name
            .replace("gatepost-", "../engine/")
            .replace(/^gatepost$/, "../engine")
        : join(root, "node_modules", name),
      inCopy(`node_modules/${name}`),
    );
});

/** The first article from the README. */
function pasteFirstArticle(): void {
  const lines = /```sh\n(cat > src\/content[^]*?\nEND\n)npm start\n```/.exec(
    read("README.md"),
  )?.[1];
  execFileSync("sh", ["-c", lines as string], { cwd: copy });
}

/** A draft made by `npm run new`, and another one that is written and published. */
async function writeDrafts(): Promise<void> {
  const category = /^category: *(\S+)/m.exec(read(articleFiles[0] as string));
  const flags = ["--category", category?.[1] as string, "--yes"];
  await command("new", "A fresh draft", ...flags);
  await command("new", "A draft that is published", ...flags);
  const file = "src/content/articles/a-draft-that-is-published.md";
  write(
    file,
    `${
      read(file)
        .replace(
          /^description: .*$/m,
          "description: What the reader knows afterwards.",
        )
        .split("\n---\n")[0]
    }\n---\n\nThe answer.\n`,
  );
  await command("publish", "a-draft-that-is-published");
}

/** A save by a form: the fields in another order, each text in quotes. */
function saveByForm(file: string): void {
  const { yaml, body } = splitFrontMatter(read(file));
  const fields = Object.entries(parse(yaml) as object).reverse();
  const text = stringify(Object.fromEntries(fields), {
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
  });
  write(file, `---\n${text}---\n${body}`);
}

/** Deletes an article that nothing leads to, as the guide says: first it is taken back. */
async function deleteArticle(): Promise<void> {
  const everything = contentFiles().map(read).join("\n");
  const led: string[] = verdicts.map(({ next }) => next.slug);
  const file = articleFiles.find((path) => {
    const slug = /articles\/([\w-]+)/.exec(path)?.[1] as string;
    return (
      !led.includes(slug) &&
      !/^draft: true/m.test(read(path)) &&
      !new RegExp(`articles/${slug}[/)#"]|^ +- ${slug}$|: ${slug}$`, "m").test(
        everything,
      )
    );
  }) as string;
  const slug = /articles\/([\w-]+)/.exec(file)?.[1] as string;
  await command("unpublish", slug, "--reason", "It was merged.");
  rmSync(inCopy(file.replace(/\/index\.mdx?$/, "")), { recursive: true });
}

/** Deletes every page, and the links to it in texts. */
function deletePages(): void {
  const folder = "src/content/pages";
  const names = readdirSync(inCopy(folder)).map((file) =>
    file.replace(/\.mdx?$/, ""),
  );
  rmSync(inCopy(folder), { recursive: true });
  const isLink = new RegExp(`^link: /(?:${names.join("|")})/$`, "m");
  const gone: string[] = [];
  for (const file of contentFiles())
    if (isLink.test(read(file))) {
      gone.push(/([\w-]+)\.mdx?$/.exec(file)?.[1] as string);
      rmSync(inCopy(file));
    }
  for (const file of contentFiles())
    write(
      file,
      read(file)
        .replace(
          new RegExp(`\\[([^\\]]+)\\]\\(/(?:${names.join("|")})/[^)]*\\)`, "g"),
          "$1",
        )
        .replace(
          new RegExp(
            `^(?:cta: "?|::cta\\{#)(?:${gone.join("|")})\\b.*\n`,
            "gm",
          ),
          "",
        ),
    );
}

/** Adds a certificate like the first one, but for life and of unknown cost. */
function addCertificate(): void {
  const [first] = globSync("src/content/certificates/*.md", {
    cwd: copy,
  }).sort();
  const { yaml, body } = splitFrontMatter(read(first as string));
  const {
    fee,
    validity,
    askedBy = [],
    ...fields
  } = parse(yaml) as {
    fee: { source: string };
    validity: { source: string };
    askedBy?: object[];
  };
  const text = stringify({
    ...fields,
    name: "Certified Odd One",
    short: "ODD",
    validity: { forLife: true, source: validity.source },
    notConfirmed: ["fee"],
    askedBy: [...askedBy, { text: "Hardly anybody.", source: fee.source }],
  });
  write("src/content/certificates/odd.md", `---\n${text}---\n${body}`);
}

/**
 * Another owner's values for every setting, except `feedAuthority`, which never changes. A new setting is a type
 * error until it is listed here.
 */
const facts: Record<Exclude<keyof SiteSettings, "feedAuthority">, unknown> = {
  name: "Second Thoughts",
  tagline: "What we would do again.",
  description: "Decisions, looked at a year later.",
  headline: "Would you do it *again*?",
  address: "https://second.example.org",
  base: "/again/",
  language: "en-US",
  storageKey: "second1",
  author: "ada",
  callToAction: undefined,
  otherCallToAction: undefined,
  callouts: { ...site.callouts, aside: "Aside" },
  ownPages: site.ownPages,
  menu: [{ label: "Everything", to: "/articles/" }],
  footer: undefined,
  publisher: { kind: "person", name: "Ada Miller" },
  newsletter: { provider: "buttondown", username: "second" },
  ads: { provider: "house" },
  analytics: { provider: "goatcounter", code: "second" },
  comments: {
    provider: "giscus",
    repo: "second/second",
    repoId: "R_kgDOAbCdEf",
    category: "Talk",
    categoryId: "DIC_kwDOAbCdEf4AbCdE",
  },
  email: "ada@example.org",
  repository: "https://github.com/ada/second/edit/main",
  articlesPerPage: 5,
  articlesPerFeed: 10,
  feedArchives: ["site", "tag"],
  atomAndJson: ["category"],
  articlesForTagFeed: 2,
  hub: "https://hub.example.org/",
  indexNowKey: "a1b2c3d4-e5f6",
  licence: { name: "All rights reserved", url: "https://second.example.org/" },
  aiCrawlers: "refused",
  security: { contact: "mailto:ada@example.org", expires: "2027-06-01" },
};

/** Each example in the guides as an article. */
function addExamples(): void {
  const examples = ["docs/writing.md", "docs/style.md"].flatMap((file) => [
    ...read(file).matchAll(/^(`{3,})(mdx?)\n([^]*?)\n\1$/gm),
  ]);
  for (const [index, [, , format, example = ""]] of examples.entries()) {
    const folder = `src/content/articles/example-${index}`;
    mkdirSync(inCopy(folder));
    write(
      `${folder}/index.${format}`,
      anArticleFile({ title: `Example ${index}` }, `${example}\n`),
    );
    write(
      `${folder}/pan.svg`,
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h1v4H0z"/></svg>',
    );
  }
}

test("the publication's tests pass after every valid edit", async () => {
  pasteFirstArticle();
  await writeDrafts();
  saveByForm(articleFiles[0] as string);
  await deleteArticle();
  deletePages();
  addCertificate();
  addExamples();
  write("src/content/authors/ada.md", "---\nname: Ada Miller\n---\n");
  write(
    "src/content/categories/left-over.md",
    "---\ntitle: Left over\ndescription: What fits nowhere else.\nhue: 30\norder: 9\n---\n",
  );
  write(
    "src/site.ts",
    `export const site = ${JSON.stringify({
      ...site,
      ...facts,
    })};\n`,
  );

  const { code, output } = await new Promise<{ code: unknown; output: string }>(
    (resolve) => {
      execFile(
        process.execPath,
        [
          join(root, "node_modules/vitest/vitest.mjs"),
          "run",
          "--project=publication",
          ...affected,
        ],
        { cwd: copy, env: toEnvironment("development"), maxBuffer: 1 << 26 },
        (error, out, err) =>
          resolve({ code: error?.code ?? 0, output: out + err }),
      );
    },
  );
  expect(code, output).toBe(0);
  expect(existsSync(inCopy("src/content/pages"))).toBe(false);
});
