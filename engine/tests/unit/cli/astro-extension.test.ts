import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from "vscode-jsonrpc/node";
import { writeExtensionFiles } from "#cli/astro-extension.ts";
import { makeContent } from "../../support/fixture.ts";

const modules = join(import.meta.dirname, "../../../../node_modules");

const article = `---
title: A title
pubDate: 2026-02-28
catgory: work
tags: [Not Fine]
k
---

Text.
`;

let server: ChildProcess;
let connection: MessageConnection;
let root: string;

/** The address that an editor gives a file. */
const addressOf = (file: string) => pathToFileURL(join(root, file)).href;

/** Opens a file in the language server that the Astro extension brings. */
const open = (file: string, languageId: string, text: string) =>
  connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri: addressOf(file), languageId, version: 1, text },
  });

const ask = <T>(method: string, file: string, line = 0, character = 1) =>
  connection.sendRequest<T>(`textDocument/${method}`, {
    textDocument: { uri: addressOf(file) },
    position: { line, character },
  });

beforeAll(async () => {
  root = makeContent([
    ["articles/An-article.md", article],
    ["articles/in-mdx/index.mdx", article],
  ]);
  await writeExtensionFiles(root);
  server = spawn(
    process.execPath,
    [join(modules, "@astrojs/language-server/bin/nodeServer.js"), "--stdio"],
    { cwd: root },
  );
  connection = createMessageConnection(
    new StreamMessageReader(server.stdout!),
    new StreamMessageWriter(server.stdin!),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest(
    "workspace/configuration",
    ({ items }: { items: unknown[] }) => items.map(() => null),
  );
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    workspaceFolders: [{ uri: pathToFileURL(root).href, name: "site" }],
    capabilities: { workspace: { configuration: true } },
    initializationOptions: {
      contentIntellisense: true,
      typescript: { tsdk: join(modules, "typescript/lib") },
    },
  });
  await connection.sendNotification("initialized", {});
});

afterAll(() => {
  connection.dispose();
  server.kill();
});

test.each([
  ["src/content/articles/An-article.md", "markdown"],
  ["src/content/articles/in-mdx/index.mdx", "mdx"],
])(
  "in %s the editor underlines, explains and completes front matter",
  async (file, language) => {
    await open(file, language, article);

    const { items } = await ask<{
      items: { range: { start: { line: number } }; message: string }[];
    }>("diagnostic", file);
    const messages = items.map(
      ({ range, message }) => `${range.start.line + 1} ${message}`,
    );
    expect(messages).toEqual(
      expect.arrayContaining([
        "4 Property catgory is not allowed.",
        "5 Write it like slow-cooking.",
        expect.stringContaining('Missing property "description"'),
      ]) as unknown,
    );
    expect(messages.filter((message) => message.startsWith("3 "))).toEqual([]);

    const hover = await ask<{ contents: { value: string } }>("hover", file, 2);
    expect(hover.contents.value).toContain(
      "Write the publication date, like 2026-02-28.",
    );

    const offered = await ask<{ items: { label: string }[] }>(
      "completion",
      file,
      5,
    );
    const labels = offered.items.map(({ label }) => label);
    expect(labels).toContain("kicker");
    expect(labels).not.toContain("title");
    expect(labels).not.toContain("body");
  },
);

test("a category has the fields of a category", async () => {
  const file = "src/content/categories/work.md";
  await open(file, "markdown", "---\ntitle: Work\nhue: 500\n---\n");
  const { items } = await ask<{ items: { message: string }[] }>(
    "diagnostic",
    file,
  );
  const messages = items.map(({ message }) => message).join("\n");
  expect(messages).toContain("maximum of 330");
  expect(messages).toContain('"order"');
});
