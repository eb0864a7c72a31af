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
const toCells = (line: string) =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
/** The first number in a cell. */
const toNumber = (cell: string) =>
  Number(/\d[\d,.]*/.exec(cell)?.[0].replaceAll(",", ""));

/** The cells with a fee or minutes that are not the catalogue's, in rows whose first cell links to a certificate. */
const listDifferences = (file: string) =>
  read(file)
    .split("\n\n")
    .flatMap((block) => {
      const [head = "", , ...lines] = block.split("\n");
      const headings = toCells(head);
      return lines.flatMap((line) => {
        const [, slug] =
          /^\| \[[^\]]+\]\(\/certificates\/([^/)]+)\/\)/.exec(line) ?? [];
        if (!slug) return [];
        const { fee, length } = readCertificate(slug);
        return toCells(line).flatMap((cell, index) => {
          const meant = { Fee: fee?.amount, Minutes: length?.minutes }[
            headings[index] ?? ""
          ];
          return meant === undefined || toNumber(cell) === meant
            ? []
            : `${file}: ${slug} ${headings[index]} is ${meant}, not ${cell}`;
        });
      });
    });

test("tables of certificates in articles have the catalogue's fees and minutes", () => {
  expect(articleFiles.flatMap(listDifferences)).toEqual([]);
});

test("the drawing of an exam page has the catalogue's fee", () => {
  expect(read("src/components/ExamPage.astro")).toContain(
    `const fee = ${readCertificate("cka").fee?.amount};`,
  );
});
