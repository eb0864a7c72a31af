/** The worksheet's questions, in order. The values also appear in links to a set of answers. */
export const questions = [
  {
    name: "stops",
    text: "What would stop you doing this work without the certificate?",
    options: {
      law: "A law or a licensing board",
      contract: "A clause in a client or government contract",
      filter: "A filter: a recruiter or a form",
      nothing: "Nothing: it would just help",
    },
  },
  {
    name: "ask",
    text: "Do the postings you want ask for it?",
    options: {
      ten: "Ten or more of thirty",
      five: "Five to nine",
      few: "Fewer than five",
      uncounted: "I haven’t counted",
    },
  },
  {
    name: "exam",
    text: "What does the exam make you do?",
    options: {
      operate: "Operate or build something",
      choose: "Answer multiple-choice questions",
      unknown: "I don’t know",
    },
  },
  {
    name: "project",
    text: "Can you pair it with a real project by exam day?",
    options: {
      yes: "Yes, I can name it",
      no: "Not yet",
    },
  },
] as const;

type OptionsOf<Q extends { name: string; options: object }> = {
  [One in Q as One["name"]]?: keyof One["options"];
};
/** The answers so far: question → option value. */
export type Answers = OptionsOf<(typeof questions)[number]>;
/** The allowed values per question. All must match; questions not listed may have any value. */
export type Condition = {
  [Name in keyof Answers]?: NonNullable<Answers[Name]>[];
};

/** A sentence of a verdict that applies to some answers only. */
type Note = { name: string; when: Condition; label: string; text: string };

const five: Note = {
  name: "five",
  when: { ask: ["five"] },
  label: "Five to nine postings:",
  text: "one kind of employer wants it. If that is the kind you want, count thirty of theirs. If not, the answer is no.",
};
const filter: Note = {
  name: "filter",
  when: { stops: ["filter"], ask: ["ten"], exam: ["choose"] },
  label: "A filter, with a multiple-choice exam:",
  text: "you would be buying a place past a filter. Weigh its price against the way round it, and don’t expect the certificate to speak for you in the interview.",
};

const notGate: Condition = { stops: ["filter", "nothing"] };

/**
 * The verdicts. A verdict applies when any of its conditions is met. Conditions of two verdicts are never met together, and
 * each is met as soon as no unanswered question can change the verdict. worksheet-style.ts writes them as selectors.
 */
export const verdicts = [
  {
    name: "gate",
    when: [{ stops: ["law", "contract"] }],
    label: "A law, board or contract requires it",
    text: "The other questions don’t matter. Ask whether another way to qualify is accepted and who pays, then get it. Find out which state, country or contract asks for it, because gates are local. Then plan the route: how soon, by which route, and what else you need besides a pass.",
    notes: [],
    next: { slug: "gate-or-signal", title: "Gate or signal?" },
  },
  {
    name: "count",
    when: [{ ...notGate, ask: ["uncounted"] }],
    label: "You haven’t counted the postings",
    text: "Pay for nothing yet. Save thirty postings that you would accept, each from a different employer, and count how many require or prefer it. It takes an evening. We draw the line at ten: draw yours before you count.",
    notes: [
      {
        name: "unknown",
        when: { exam: ["unknown"] },
        label: "You don’t know the exam either:",
        text: "open its official page the same evening, and note whether candidates answer multiple-choice questions or operate something.",
      },
    ],
    next: {
      slug: "three-questions-before-you-book",
      title: "Three questions before you book",
    },
  },
  {
    name: "find",
    when: [{ ...notGate, ask: ["ten", "five", "few"], exam: ["unknown"] }],
    label: "You don’t know what the exam makes you do",
    text: "Pay for nothing yet. Open the official exam page and its list of objectives, and note whether candidates answer multiple-choice questions or operate something. Then come back to question 3.",
    notes: [],
    next: {
      slug: "three-questions-before-you-book",
      title: "Three questions before you book",
    },
  },
  {
    name: "go",
    when: [{ ...notGate, ask: ["ten"], exam: ["operate"], project: ["yes"] }],
    label: "Three yeses",
    text: "Start the project in the first week of study, and book a date once it runs. Aim for something to show by exam day as well as a pass.",
    notes: [],
    next: { slug: "make-the-work-visible", title: "Make the work visible" },
  },
  {
    name: "wait",
    when: [
      {
        ...notGate,
        ask: ["five", "few"],
        exam: ["operate"],
        project: ["yes"],
      },
      // A filter in most postings may be worth the price without the other two.
      { stops: ["filter"], ask: ["ten"], exam: ["choose"] },
      {
        stops: ["nothing"],
        ask: ["ten"],
        exam: ["choose"],
        project: ["yes"],
      },
      { ...notGate, ask: ["ten"], exam: ["operate"], project: ["no"] },
    ],
    label: "Two yeses, or a filter used by ten or more postings",
    text: "Deal with the missing answer before you pay.",
    notes: [
      {
        name: "few",
        when: { ask: ["few"] },
        label: "Fewer than five postings:",
        text: "check that you searched for the right title, then count again. If the second count is just as low, the answer is no.",
      },
      five,
      {
        name: "choose",
        when: { stops: ["nothing"], exam: ["choose"] },
        label: "Multiple-choice exam:",
        text: "look for a practical exam in the same field.",
      },
      filter,
      {
        name: "project",
        when: { project: ["no"] },
        label: "No project:",
        text: "choose one and start it. If you can’t think of one, ask what the certificate is for.",
      },
    ],
    next: {
      slug: "three-questions-before-you-book",
      title: "Three questions before you book",
    },
  },
  {
    name: "skip",
    when: [
      { ...notGate, ask: ["five", "few"], exam: ["choose"] },
      {
        ...notGate,
        ask: ["five", "few"],
        exam: ["operate"],
        project: ["no"],
      },
      {
        stops: ["nothing"],
        ask: ["ten"],
        exam: ["choose"],
        project: ["no"],
      },
    ],
    label: "One yes or none",
    text: "Spend the money and the evenings on something else. It would mainly show that you can pass it. Put the same hours into work that people can see.",
    notes: [five],
    next: { slug: "make-the-work-visible", title: "Make the work visible" },
  },
] as const satisfies {
  name: string;
  when: Condition[];
  label: string;
  text: string;
  notes: Note[];
  next: { slug: string; title: string };
}[];

/** Returns a verdict's name, or undefined while an unanswered question can still change it. */
export const toVerdict = (
  answers: Answers,
): (typeof verdicts)[number]["name"] | undefined =>
  verdicts.find(({ when }) =>
    when.some((condition) => isMet(condition, answers)),
  )?.name;

/** Whether answers meet a condition. */
export const isMet = (condition: Condition, answers: Answers): boolean =>
  Object.entries(condition).every(([question, values]) =>
    (values as string[]).includes(answers[question as keyof Answers] ?? ""),
  );
