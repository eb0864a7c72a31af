import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { keepTextsIn } from "#model/kept-texts.ts";
import { fromIndexed } from "#search/index-words.ts";
import {
  Indexing,
  indexPages,
  indexSite,
  listIndexed,
  toSearchPages,
  type IndexedPage,
} from "#search/index-site.ts";
import { splitPages } from "#search/site-search.ts";
import { readDist } from "../../support/build-site.ts";
import { makeFolder } from "../../support/fixture.ts";

const text = (html: string, address = "/articles/one/") =>
  `<hr data-search="${address}"><h1 data-pagefind-meta="title">One</h1><div data-pagefind-body data-pagefind-filter="tag[data-tag-0], tag[data-tag-1]" data-tag-0="aws" data-tag-1="cloud">${html}</div>`;

/** The indexed content of each page. */
const fragmentsOf = async (page: string) =>
  [...(await indexPages(splitPages(`<html lang="en-GB">${page}</html>`)))]
    .filter(([path]) => path.endsWith(".pf_fragment"))
    .map(
      ([, bytes]) =>
        JSON.parse(gunzipSync(bytes).toString().replace(/^\w+/, "")) as {
          url: string;
          content: string;
          filters: unknown;
          meta: unknown;
        },
    );

test("the page of all articles is indexed as one page per article", async () => {
  const fragments = await fragmentsOf(
    text("<p>First.</p>") + text("<p>Second.</p>", "/articles/two/"),
  );
  expect(
    fragments
      .map(({ url, content }) => `${url} ${fromIndexed(content)}`)
      .sort(),
  ).toEqual(["/articles/one/ First.", "/articles/two/ Second."]);
  expect(fragments[0]).toMatchObject({
    meta: { title: "One‿" },
    filters: { tag: ["aws", "cloud"] },
  });
});

test("code is indexed; forms, buttons, drawings and hidden text are not", async () => {
  const [fragment] = await fragmentsOf(
    text(
      `<h2>Heading <a aria-hidden="true">#</a></h2><p>Words.</p><pre><code>kubectl get</code></pre>
      <form><p>Question</p></form><button>Copy</button><svg><text>Drawn</text></svg><p hidden>Hidden</p>
      <dialog>Larger</dialog><span class="visually-hidden">Told</span><nav class="screen-only">Menu</nav>
      <figure><img src="/a.png" alt="Seen"><figcaption>Said below.</figcaption></figure>`,
    ),
  );
  expect(fromIndexed(fragment?.content ?? "")).toBe(
    "Heading Words. kubectl get Said below.",
  );
});

test("the order in which a disk lists files does not change the index", () => {
  const files = ["articles/b/index.html", "articles/a/index.html"];
  const toAddresses = (listed: string[]) =>
    Array.from(
      toSearchPages(listed, () => ""),
      ({ address }) => address,
    );
  expect(toAddresses(files)).toEqual(["/articles/a/", "/articles/b/"]);
  expect(toAddresses(files.toReversed())).toEqual(toAddresses(files));
});

test("a thread that began with the likely first pages writes the same index, even if it was given the wrong ones", async () => {
  const folder = makeFolder();
  const texts = join(folder, "texts");
  keepTextsIn(texts);
  onTestFinished(() => keepTextsIn());
  const pages = splitPages(
    ["one", "three", "two"]
      .map((word) => text(`<p>About ${word}.</p>`, `/articles/${word}/`))
      .join(""),
  );
  await indexSite(pages, join(folder, "whole/dist"));
  const [one, three, two] = listIndexed();
  const whole = readDist(join(folder, "whole"));
  expect(whole).not.toEqual(new Map());
  const guesses: IndexedPage[][] = [
    [one!, three!],
    [],
    [one!, two!],
    [["/articles/gone/", one![1]]],
  ];
  for (const [number, likely] of guesses.entries()) {
    const indexing = new Indexing({
      texts,
      outputPath: join(folder, `${number}/dist`),
      likely,
    });
    await indexing.finish([one!, three!, two!]);
    expect(readDist(join(folder, String(number)))).toEqual(whole);
  }
});
