import { describe, expect, test } from "vitest";
import {
  isMet,
  questions,
  toVerdict,
  verdicts,
  type Answers,
} from "../src/components/worksheet.ts";
import { answerSets } from "./support/answer-sets.ts";

const whole = answerSets.filter(
  (answers) => Object.keys(answers).length === questions.length,
);

test("there are 4 × 4 × 3 × 2 complete answers, and 300 with incomplete ones", () => {
  expect(whole).toHaveLength(96);
  expect(answerSets).toHaveLength(300);
  expect(new Set(answerSets.map((set) => JSON.stringify(set))).size).toBe(300);
});

describe("a verdict", () => {
  test("every complete set of answers has exactly one", () => {
    for (const answers of whole) {
      const met = verdicts.filter(({ when }) =>
        when.some((condition) => isMet(condition, answers)),
      );
      expect(met, JSON.stringify(answers)).toHaveLength(1);
    }
  });

  test("is shown as soon as no open question can change it, and not earlier", () => {
    for (const answers of answerSets) {
      const possible = new Set(
        whole
          .filter((full) =>
            Object.entries(answers).every(
              ([name, value]) => full[name as keyof Answers] === value,
            ),
          )
          .map(toVerdict),
      );
      expect(toVerdict(answers), JSON.stringify(answers)).toBe(
        possible.size === 1 ? [...possible][0] : undefined,
      );
    }
  });

  test.each<[string, Answers, ReturnType<typeof toVerdict>]>([
    ["nothing is answered", {}, undefined],
    ["a law stops you", { stops: "law" }, "gate"],
    [
      "a contract stops you, and nothing else speaks for it",
      { stops: "contract", ask: "few", exam: "choose", project: "no" },
      "gate",
    ],
    [
      "all but the first are answered",
      { ask: "ten", exam: "operate", project: "yes" },
      undefined,
    ],
    ["nobody has counted", { stops: "filter", ask: "uncounted" }, "count"],
    [
      "the exam is unknown",
      { stops: "nothing", ask: "ten", exam: "unknown" },
      "find",
    ],
    [
      "there are three yeses",
      { stops: "nothing", ask: "ten", exam: "operate", project: "yes" },
      "go",
    ],
    [
      "one employer's kind asks",
      { stops: "filter", ask: "five", exam: "operate", project: "yes" },
      "wait",
    ],
    [
      "a form filters by a multiple-choice exam",
      { stops: "filter", ask: "ten", exam: "choose", project: "yes" },
      "wait",
    ],
    [
      "most forms filter by it, project or not",
      { stops: "filter", ask: "ten", exam: "choose" },
      "wait",
    ],
    [
      "nothing but the exam speaks for it",
      { stops: "nothing", ask: "few", exam: "operate", project: "no" },
      "skip",
    ],
    [
      "two noes are enough",
      { stops: "nothing", ask: "few", exam: "choose" },
      "skip",
    ],
  ])("when %s", (_, answers, verdict) => {
    expect(toVerdict(answers)).toBe(verdict);
  });

  test("to wait always has a condition", () => {
    const { notes } = verdicts.find(({ name }) => name === "wait")!;
    for (const answers of whole.filter((set) => toVerdict(set) === "wait"))
      expect(
        notes.some(({ when }) => isMet(when, answers)),
        JSON.stringify(answers),
      ).toBe(true);
  });
});
