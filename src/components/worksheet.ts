/** The worksheet's questions, in order. The values also appear in links to a set of answers. */
export const questions = [
  {
    name: "stops",
    text: "What would stop you doing this work without the certificate?",
    options: {
      law: "A law, a regulator or a licensing board",
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
    name: "project",
    text: "Can you pair it with a real project by exam day?",
    options: {
      yes: "Yes, I can name it",
      no: "Not yet",
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

const notGate: Condition = { stops: ["filter", "nothing"] };

/**
 * The verdicts. The count and the project decide; the exam only breaks a tie. A verdict applies when any of its conditions
 * is met. Conditions of two verdicts are never met together, and each is met as soon as no unanswered question can change
 * the verdict. worksheet-style.ts writes them as selectors.
 */
export const verdicts = [
  {
    name: "gate",
    when: [{ stops: ["law", "contract"] }],
    label: "A law, regulator or contract requires it",
    text: "The other questions don’t matter. Ask to see the rule, whether another way to qualify is accepted, and who pays. Then get it: how soon, by which route, and what else you need besides a pass.",
    notes: [],
    next: {
      slug: "ask-your-employer-to-pay",
      title: "Ask your employer to pay",
    },
  },
  {
    name: "count",
    when: [{ ...notGate, ask: ["uncounted"] }],
    label: "You haven’t counted the postings",
    text: "Pay for nothing yet. Save thirty postings that you would accept, each from a different employer, and count how many require or prefer it. It takes an evening. We draw the line at ten: draw yours before you count.",
    notes: [],
    next: { slug: "job-postings-as-data", title: "How to count job postings" },
  },
  {
    name: "find",
    when: [{ ...notGate, ask: ["five"], project: ["yes"], exam: ["unknown"] }],
    label: "It’s close, and you don’t know the exam",
    text: "Pay for nothing yet. Open the exam’s official page and note whether candidates answer multiple-choice questions or operate something: here it decides.",
    notes: [],
    next: {
      slug: "how-to-read-an-exam-page",
      title: "How to read an exam page",
    },
  },
  {
    name: "go",
    when: [
      { ...notGate, ask: ["ten"], project: ["yes"] },
      { ...notGate, ask: ["five"], project: ["yes"], exam: ["operate"] },
    ],
    label: "Postings ask for it, and you have a project",
    text: "Start the project in the first week of study, and book a date once it runs. Aim for something to show by exam day as well as a pass.",
    notes: [
      {
        name: "tie",
        when: { ask: ["five"] },
        label: "Five to nine postings:",
        text: "it’s close, and the hands-on exam decides it. Book only if the employers behind those postings are the kind you want.",
      },
      {
        name: "filter",
        when: { stops: ["filter"] },
        label: "A filter:",
        text: "price the way round it as well. A word from somebody on the team can do what the form does.",
      },
      {
        name: "choose",
        when: { exam: ["choose"] },
        label: "Multiple-choice exam:",
        text: "it gets you past the form. In the interview, talk about the project. If a second certificate comes out the same and its exam is hands-on, take that one.",
      },
      {
        name: "unknown",
        when: { exam: ["unknown"] },
        label: "You don’t know the exam:",
        text: "read its official page before you pay.",
      },
    ],
    next: {
      slug: "how-to-read-an-exam-page",
      title: "How to read an exam page",
    },
  },
  {
    name: "wait",
    when: [
      { ...notGate, ask: ["ten", "five"], project: ["no"] },
      { ...notGate, ask: ["five"], exam: ["choose"] },
    ],
    label: "The demand or the project is missing",
    text: "Deal with it before you pay.",
    notes: [
      {
        name: "project",
        when: { project: ["no"] },
        label: "No project:",
        text: "choose one and start it, then book. If you can’t think of one, ask what the certificate is for.",
      },
      {
        name: "five",
        when: { ask: ["five"] },
        label: "Five to nine postings:",
        text: "one kind of employer wants it. If that is the kind you want, count thirty of theirs. If not, the answer is no.",
      },
    ],
    next: {
      slug: "a-home-lab-that-gets-you-asked",
      title: "A home lab that gets you asked",
    },
  },
  {
    name: "skip",
    when: [{ ...notGate, ask: ["few"] }],
    label: "The jobs you want don’t ask for it",
    text: "Spend the money and the evenings on something else, however good the exam is. Put the same hours into work that people can see.",
    notes: [
      {
        name: "few",
        when: { ask: ["few"] },
        label: "Fewer than five postings:",
        text: "check that you searched for the right title, then count again. If the second count is just as low, the answer is no.",
      },
    ],
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
