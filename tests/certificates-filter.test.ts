import { describe, expect, test } from "vitest";
import {
  compareRows,
  isShown,
  readQuery,
  toQuery,
  toWords,
  type Row,
} from "../src/certificates/filter.ts";
import { aCertificate } from "./support/a-certificate.ts";

describe("the table", () => {
  const row = (some: Partial<Row> = {}): Row => ({
    name: "CPH",
    words: "cph certified pan handler",
    place: 0,
    field: "cloud",
    kind: "filter",
    hands: "most",
    fee: 300,
    five: 500,
    months: 24,
    ...some,
  });
  const view = (search: string) => readQuery(search, () => true);

  test("a certificate is found by its short name, code, issuer or words of its name, in any order", () => {
    const found = row({ words: toWords(aCertificate()) });
    for (const text of ["cph", "PAN-01", "handler%20pan", "kitch", "+CPH+"])
      expect(isShown(found, view(`?find=${text}`)), text).toBe(true);
    expect(isShown(found, view("?find=cph%20lid"))).toBe(false);
  });

  test.each([
    ["?field=cloud", true],
    ["?field=data", false],
    ["?kind=filter", true],
    ["?kind=gate", false],
    ["?hands=some", true],
    ["?hands=all", false],
    ["?hands=none", false],
    ["?fee=300", true],
    ["?fee=299", false],
    ["?months=24", true],
    ["?months=36", false],
    ["?field=cloud&fee=100", false],
  ])("the view %s has the row: %s", (search, shown) => {
    expect(isShown(row(), view(search))).toBe(shown);
  });

  test("what is not confirmed meets no limit and is last in either direction", () => {
    const unknown = row({
      name: "?",
      fee: undefined,
      months: undefined,
      place: 1,
    });
    expect(isShown(unknown, view("?fee=9999"))).toBe(false);
    expect(isShown(unknown, view("?months=12"))).toBe(false);
    const names = (search: string) =>
      [unknown, row(), row({ name: "CPH 10", fee: 400, place: 2 })]
        .sort((a, b) => compareRows(a, b, view(search)))
        .map(({ name }) => name);
    expect(names("?sort=fee")).toEqual(["CPH", "CPH 10", "?"]);
    expect(names("?sort=fee&order=down")).toEqual(["CPH 10", "CPH", "?"]);
    expect(names("")).toEqual(["CPH", "?", "CPH 10"]);
    expect(
      compareRows(row({ kind: "gate" }), row(), view("?sort=kind")),
    ).toBeLessThan(0);
  });

  test("a view survives in the address, and what it does not know is ignored", () => {
    const search = "?field=cloud&hands=some&sort=fee&order=down";
    expect(toQuery(view(search))).toBe(search);
    expect(toQuery(view(""))).toBe("");
    expect(
      toQuery(
        readQuery(
          "?field=nope&sort=colour&x=1&fee=200",
          (name) => name !== "field",
        ),
      ),
    ).toBe("?fee=200");
  });
});
