import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { fromIndexed } from "#search/index-words.ts";
import { indexPages, toSearchPages } from "#search/index-site.ts";
import { splitPages } from "#search/site-search.ts";

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
