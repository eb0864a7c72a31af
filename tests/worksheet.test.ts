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
      "postings ask and a project runs, whatever the exam",
      { stops: "nothing", ask: "ten", project: "yes" },
      "go",
    ],
    [
      "twenty of thirty ask, a project runs and the exam is multiple choice",
      { stops: "filter", ask: "ten", project: "yes", exam: "choose" },
      "go",
    ],
    [
      "postings ask and there is no project, however good the exam",
      { stops: "filter", ask: "ten", project: "no", exam: "operate" },
      "wait",
    ],
    [
      "the count is close and the exam hands-on",
      { stops: "nothing", ask: "five", project: "yes", exam: "operate" },
      "go",
    ],
    [
      "the count is close and the exam multiple choice",
      { stops: "nothing", ask: "five", project: "yes", exam: "choose" },
      "wait",
    ],
    [
      "the count is close and the exam unknown",
      { stops: "nothing", ask: "five", project: "yes", exam: "unknown" },
      "find",
    ],
    [
      "nobody asks, hands-on exam and project or not",
      { stops: "nothing", ask: "few", project: "yes", exam: "operate" },
      "skip",
    ],
    [
      "the count is close and there is no project",
      { stops: "nothing", ask: "five", project: "no" },
      "wait",
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
