import {
  cpSync,
  globSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkContent } from "#check/check-content.ts";
import { isError } from "#check/rule.ts";
import { makeContent } from "../../support/fixture.ts";
import { runHere } from "../../support/run-command.ts";

/** Imports a source; returns what a terminal shows and the written articles, published as they are. */
async function importAll(write: (project: string) => void) {
  const project = makeContent([]);
  write(project);
  const { out, err } = await runHere(project, "import", ["old", "--write"]);
  const files = globSync("src/content/articles/*", { cwd: project });
  const texts = files.map((file) => readFileSync(join(project, file), "utf8"));
  for (const [index, file] of files.entries())
    writeFileSync(
      join(project, file),
      (texts[index] as string).replace("draft: true", "draft: false"),
    );
  const { findings } = await checkContent(project);
  return { shown: out + err, texts, findings: findings.filter(isError) };
}

const fixture = (name: string) => (project: string) =>
  cpSync(
    join(import.meta.dirname, "../../fixtures/import", name),
    join(project, "old"),
    { recursive: true },
  );

const write = (text: string) => (project: string) => {
  mkdirSync(join(project, "old"));
  writeFileSync(join(project, "old/a.md"), `${text}\nWords.\n`);
};
const markdown = (field: string) =>
  write(`---\ntitle: A\ndate: 2020-01-02\n${field}\n---\n`);

describe("an article that not everybody could read cannot be published before somebody decides", () => {
  test.each([
    ["wordpress-site", /\/(?:for-|a-diary|waiting-|new-year)/, 5],
    ["ghost-site", /\/(?:for-|by-email|a-gated|tomorrow)/, 5],
  ])("%s", async (name, restricted, count) => {
    const { findings } = await importAll(fixture(name));
    const stopped = findings.filter(({ rule }) => rule === "content/todo");
    const files = new Set(stopped.map(({ file }) => file));
    expect([...files].filter((file) => restricted.test(file))).toHaveLength(
      count,
    );
  });

  test.each([
    ["password: hunter2", "it had a password"],
    ["passwort: hunter2", "it had a password"],
    ["params: { password: hunter2 }", "it had a password"],
    ["params: { private: true }", "params.private: true"],
    ["params: { visibility: members }", "params.visibility: members"],
    ["params: { unlisted: 1 }", "params.unlisted: 1"],
    ["params: { status: unpublished }", "params.status: unpublished"],
    ["_build: { list: never }", "_build.list: never"],
    ['private: "on"', "private: on"],
    ["isPrivate: yes", "isPrivate: yes"],
    ["membersOnly: true", "membersOnly: true"],
    ["members: true", "members: true"],
    ["paid: true", "paid: true"],
    ["public: false", "public: false"],
    ["listed: no", "listed: no"],
    ["access: members", "access: members"],
    ["status: unpublished", "status: unpublished"],
    ["status: in review", "status: in review"],
    ["private: true", "private: true"],
    ["extra.private: true", "extra.private: true"],
    ["visibility: members", "visibility: members"],
    ["audience: only_paid", "audience: only_paid"],
    ["status: private", "status: private"],
  ])("%s in a Markdown file", async (field, why) => {
    const { shown, texts, findings } = await importAll(markdown(field));
    expect(texts[0]).toContain(
      `\n\n<!-- TODO: On the old site this was not for everybody (${why}).`,
    );
    expect(findings.map(({ problem }) => problem).join()).toContain(why);
    expect(shown + texts.join()).not.toContain("hunter2");
  });

  test.each([
    '[params]\nprivate = true\nvisibility = "members"\npassword = "hunter2"',
    '[extra]\nunlisted = true\npassword = "hunter2"\naccess = "paid"',
  ])("%j in TOML asks about each", async (fields) => {
    const { shown, texts } = await importAll(
      write(`+++\ntitle = "A"\ndate = 2020-01-02\n${fields}\n+++\n`),
    );
    expect(texts[0]?.match(/<!-- TODO: On the old site/g)).toHaveLength(3);
    expect(shown + texts.join()).not.toContain("hunter2");
  });

  test.each([
    "visibility: public",
    "params: { visibility: public }",
    "private: false",
    "private: no",
    "public: true",
    "status: evergreen",
    "status: Published",
  ])("%s asks nothing, and the report names it", async (field) => {
    const { shown, texts } = await importAll(markdown(field));
    expect(texts[0]).not.toContain("<!-- TODO");
    expect(shown).toMatch(/visibility|private|public|status/);
  });

  test.each([
    ["_pmpro_membership", "3", true],
    ["_is_paid", "1", true],
    ["rcp_subscription_level", "a:1:{i:0;i:2;}", true],
    ["_members_access_role", "subscriber", true],
    ["_wc_memberships_force_public", "no", false],
    ["_yoast_wpseo_linkdex", "30", false],
  ])("%s: %s of WordPress", async (key, value, asks) => {
    const { texts } = await importAll((project) => {
      fixture("wordpress-site")(project);
      const file = join(project, "old/export.xml");
      const meta = `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
      const text = readFileSync(file, "utf8");
      writeFileSync(file, text.replaceAll("</item>", `${meta}</item>`));
    });
    const asked = texts.filter((text) => text.includes(`(${key}: `));
    expect(asked).toHaveLength(asks ? texts.length : 0);
  });
});

test.each(["wordpress-site", "ghost-site"])(
  "no password or key of %s is shown or written",
  async (name) => {
    const { shown, texts } = await importAll(fixture(name));
    expect(texts).not.toEqual([]);
    expect(shown + texts.join()).not.toMatch(/hunter|key-5f4d|BEGIN|\$2a\$/);
  },
);

test.each([
  "_wppizza_pw: hunter2",
  "ftpPass: hunter2",
  "api: { auth: hunter2 }",
  "shop: { kennwort: hunter2 }",
  'settings: \'{"pw":"hunter2"}\'',
])("%s is neither shown nor written", async (field) => {
  const { shown, texts } = await importAll(markdown(field));
  expect(shown).toContain("it may be a secret");
  expect(shown + texts.join()).not.toContain("hunter2");
});

test("a word that only begins like a secret's is kept", async () => {
  const { texts } = await importAll(markdown("pin: true\nauthority: Someone"));
  expect(texts[0]).toContain("# was: pin: true");
  expect(texts[0]).toContain("# was: authority: Someone");
});
