import { questions, type Answers } from "../../src/components/worksheet.ts";

/** Every way to fill in the worksheet, with any number of open questions. */
export const answerSets: Answers[] = questions.reduce<Answers[]>(
  (sets, { name, options }) =>
    sets.flatMap((set) => [
      set,
      ...Object.keys(options).map((value) => ({ ...set, [name]: value })),
    ]),
  [{}],
);
