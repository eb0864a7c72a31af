import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Certificate } from "../src/certificates/schema.ts";
import { articleFiles, root } from "./support/publication.ts";

const read = (file: string) => readFileSync(join(root, file), "utf8");
const readCertificate = (slug: string) =>
  parse(
    read(`src/content/certificates/${slug}.md`).split(/^---$/m)[1] ?? "",
  ) as Certificate;

/** The first number in a cell: the beta's fee or length may follow it. */
const toNumber = (cell: string | undefined) =>
  Number(/\d[\d,.]*/.exec(cell ?? "")?.[0].replaceAll(",", ""));

const toCells = (line: string) =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The rows of tables whose first cell links to a certificate, with their column headings. */
const rows = articleFiles.flatMap((file) =>
  read(file)
    .split("\n\n")
    .flatMap((block) => {
      const [head = "", , ...body] = block.split("\n");
      return body.flatMap((line) => {
        const [, slug] =
          /^\| \[[^\]]+\]\(\/certificates\/([^/)]+)\/\)/.exec(line) ?? [];
        const headings = toCells(head);
        const cells = toCells(line);
        const find = (heading: string) => cells[headings.indexOf(heading)];
        return slug ? [{ file, slug, find }] : [];
      });
    }),
);

test.each(rows)(
  "$file: fee, minutes and code of $slug are those of the catalogue",
  ({ slug, find }) => {
    const { fee, length, code } = readCertificate(slug);
    if (find("Fee")) expect(toNumber(find("Fee"))).toBe(fee?.amount);
    if (find("Minutes"))
      expect(toNumber(find("Minutes"))).toBe(length?.minutes);
    if (find("Exam")?.includes("-C0"))
      expect(code?.value).toContain(
        /[A-Z]{3}-C0\d/.exec(find("Exam") ?? "")?.[0],
      );
  },
);

test("at least the tables of AWS, AI and Kubernetes exams are checked", () => {
  expect(new Set(rows.map(({ file }) => file)).size).toBeGreaterThanOrEqual(3);
});
