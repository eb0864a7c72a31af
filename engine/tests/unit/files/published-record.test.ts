import { describe, expect, test } from "vitest";
import { readRecord, toRecordText } from "#files/published-record.ts";

const entry = { id: "tag:saucepan.example,2026:/a/", published: "2026-01-02" };

describe("the record of published articles", () => {
  test("is written sorted, one address per line, and can be read again", () => {
    const record = {
      "/b/": { ...entry, retired: "2026-02-03", reason: 'The "cake" is gone.' },
      "/a/": entry,
    };
    const text = toRecordText(record);
    expect(text).toBe(`{
  "/a/": { "id": "tag:saucepan.example,2026:/a/", "published": "2026-01-02" },
  "/b/": { "id": "tag:saucepan.example,2026:/a/", "published": "2026-01-02", "retired": "2026-02-03", "reason": "The \\"cake\\" is gone." }
}
`);
    expect(readRecord(text)).toMatchObject({ record, findings: [] });
    expect(toRecordText({})).toBe("{}\n");
  });

  test("is empty and not kept if there is no file", () => {
    expect(readRecord(undefined)).toMatchObject({
      record: {},
      isKept: false,
      findings: [],
    });
    expect(readRecord("{}\n")).toMatchObject({ record: {}, isKept: true });
  });

  test("has the position of every address, in any layout", () => {
    const { placeOf } = readRecord(
      `{"/a/": {"id": "tag:a,2026:a",\n    "published": "2026-01-02"}}`,
    );
    expect(placeOf("/a/")).toEqual({ line: 1, column: 2 });
    expect(placeOf("/a/", "published")).toEqual({ line: 2, column: 18 });
    expect(placeOf("/b/")).toEqual({ line: 1, column: 1 });
  });

  test.each([
    [
      "{\n<<<<<<< HEAD\n=======\n>>>>>>> b\n}\n",
      2,
      "unresolved git merge conflict",
    ],
    ["\uFEFF{}\n", 1, "not valid JSON"],
    [" \n", 1, "not valid JSON"],
  ])("%j is reported with its cause", (text, line, problem) => {
    expect(readRecord(text).findings).toEqual([
      expect.objectContaining({
        line,
        problem: expect.stringContaining(problem) as string,
      }),
    ]);
  });

  test.each([
    ["a git conflict", "<<<<<<< HEAD\n{}\n", "1:1"],
    ["nothing at all", "", "1:1"],
    ["a list", "[]", "1:1"],
    ["a comment", '{\n  // one\n  "/a/": 1\n}', "2:3"],
    ["an extra comma", '{\n  "/a/": {},\n}', "3:1"],
    [
      "a duplicate address",
      toRecordText({ "/a/": entry }).replace(/( {2}"\/a\/".*)\n/, "$1,\n$1\n"),
      "3:3",
    ],
    ["a word instead of an entry", '{\n  "/a/": "2026-01-02"\n}', "2:3"],
    ["__proto__ for an address", '{\n  "__proto__": {}\n}', "2:3"],
  ])("with %s, is refused and not treated as empty", (_, text, place) => {
    const { record, findings } = readRecord(text);
    expect(record).toBeUndefined();
    expect(findings.map(({ line, column }) => `${line}:${column}`)).toEqual([
      place,
    ]);
  });
});
