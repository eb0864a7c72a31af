/** The questions of the worksheet, in their order; an option's value is also what a link to answers says. */
export const questions = [
  {
    name: "stops",
    text: "What would stop you doing this work without the certificate?",
    options: {
      law: "A law or a licensing board",
      contract: "A clause in a contract, a client’s or a government’s",
      filter: "A filter: a recruiter or a form",
      nothing: "Nothing; it would only help",
    },
  },
  {
    name: "ask",
    text: "Do the postings you want ask for it?",
    options: {
      ten: "Ten or more of thirty",
      five: "Five to nine",
      few: "Fewer than five",
      uncounted: "I have not counted",
    },
  },
  {
    name: "exam",
    text: "What does the exam make you do?",
    options: {
      operate: "Operate or build something",
      choose: "Choose answers",
      unknown: "I do not know",
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
/** What a reader has answered so far: question → value of the option. */
export type Answers = OptionsOf<(typeof questions)[number]>;
/** Values that some questions may have, all of them at once; a question that is not named does not matter. */
type Condition = { [Name in keyof Answers]?: NonNullable<Answers[Name]>[] };

/** A sentence of a verdict that is for some answers only. */
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
  label: "A filter, and an exam of chosen answers:",
  text: "you would be buying a place past a filter. Weigh its price against the way round it, and do not expect the certificate to speak for you in the interview.",
};

const notGate: Condition = { stops: ["filter", "nothing"] };

/**
 * The rule, once. A verdict is for whoever meets any of its conditions; no two are ever met together, and each is met as
 * soon as no open question can change it. worksheet.css says the same in selectors.
 */
export const verdicts = [
  {
    name: "gate",
    when: [{ stops: ["law", "contract"] }],
    label: "A law, a board or a contract stops you",
    text: "The other questions do not matter. Ask whether another way to qualify is accepted and who pays; then get it, and stop weighing. Find out which state, country or contract asks for it, because gates are local. Then plan the route: how soon, by which way, and what it takes besides a pass.",
    notes: [],
    next: { slug: "gate-or-signal", title: "Gate or signal?" },
  },
  {
    name: "count",
    when: [{ ...notGate, ask: ["uncounted"] }],
    label: "You have not counted the postings",
    text: "Pay for nothing yet. Save thirty postings that you would accept, each from a different employer, and count how many require or prefer it. It takes an evening. We draw the line at ten: draw yours before you count.",
    notes: [
      {
        name: "unknown",
        when: { exam: ["unknown"] },
        label: "You do not know the exam either:",
        text: "open its official page the same evening, and note whether the candidate chooses answers or operates something.",
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
    label: "You do not know what the exam makes you do",
    text: "Pay for nothing yet. Open the official exam page and its list of objectives, and note whether the candidate chooses answers or operates something. Then come back to question 3.",
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
      // What most postings filter by may be worth its price without the other two.
      { stops: ["filter"], ask: ["ten"], exam: ["choose"] },
      {
        stops: ["nothing"],
        ask: ["ten"],
        exam: ["choose"],
        project: ["yes"],
      },
      { ...notGate, ask: ["ten"], exam: ["operate"], project: ["no"] },
    ],
    label: "Two yeses, or a filter in ten postings or more",
    text: "Deal with the missing answer before you pay.",
    notes: [
      {
        name: "few",
        when: { ask: ["few"] },
        label: "Fewer than five postings:",
        text: "check that you searched for the right title, then count again. If the second count is as low, the answer is no.",
      },
      five,
      {
        name: "choose",
        when: { stops: ["nothing"], exam: ["choose"] },
        label: "An exam of chosen answers:",
        text: "look for a practical exam in the same field.",
      },
      filter,
      {
        name: "project",
        when: { project: ["no"] },
        label: "No project:",
        text: "choose one and begin it. If you cannot think of any, ask what the certificate is for.",
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
    text: "Spend the money and the evenings on something else. The certificate would mostly tell you that you can pass it. Put the same hours into work that somebody can see.",
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

/** What answers come to: a verdict's name, or undefined while an open question can still change it. */
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
