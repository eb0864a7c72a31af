import { describe, expect, test } from "vitest";
import { readBody } from "#text/body.ts";
import { toTerm, toTerms } from "#model/terms.ts";

describe("a text is known by the words that say what it is about", () => {
  test("those it says most often, in the form it mostly has there", () => {
    const { terms } = readBody(
      "Kubernetes is hard. A cluster of kubernetes? No: Kubernetes has clusters, clusters and `kubeadm`.\n\n## The cluster\n\n| kubeadm | 2026 |\n| --- | --- |\n| a | kubeadm’s |\n",
      "md",
    );
    expect(Object.entries(terms).slice(0, 3)).toEqual([
      ["clusters", 4],
      ["Kubernetes", 3],
      ["kubeadm", 3],
    ]);
    expect(Object.keys(terms)).not.toContain("2026");
  });

  test("never all of a long text", () => {
    const long = Array.from({ length: 3000 }, (_, n) => `w${n}x w${n}x`);
    expect(
      Object.keys(readBody(long.join(" "), "md").terms).length,
    ).toBeLessThanOrEqual(40);
  });

  test("the same whatever the order of the words", () => {
    const counts: [string, number][] = [
      ["bowl", 2],
      ["Bowl", 2],
      ["basket", 1],
      ["cake", 1],
    ];
    expect(Object.entries(toTerms(new Map(counts.toReversed())))).toEqual(
      Object.entries(toTerms(new Map(counts))),
    );
  });
});

test.each([
  ["Postings", "posting"],
  ["posting", "posting"],
  ["Amazon’s", "amazon"],
  ["AWS", "aws"],
  ["class", "class"],
  ["status", "status"],
  ["analysis", "analysis"],
  ["hands-on", "hands-on"],
  ["SAA-C03", "saa-c03"],
  ["Because", undefined],
  ["don’t", undefined],
  ["2026", undefined],
  ["IT", undefined],
])("%s counts as %s", (form, term) => {
  expect(toTerm(form)).toBe(term);
});
