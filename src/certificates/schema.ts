import {
  aliases,
  day,
  distinct,
  field,
  fileOf,
  text,
  webAddress,
  z,
} from "gatepost/own-content.ts";
import {
  answers,
  facts,
  fields,
  handsOn,
  kinds,
  levels,
  namesOf,
  statuses,
} from "./certificate.ts";

/** What a fact rests on: a name in `sources` of the same file. */
const source = () =>
  field(z.string(), {
    is: "the name of a source in sources",
    write: "Write the short name under which sources has it, like issuer.",
    example: "issuer",
  });
/** A sentence or two. */
const sentence = (longest: number, is: string, write: string) =>
  field(text(longest), {
    is: `${is}, at most ${longest} characters`,
    write,
    example: "From 9 July 2026.",
  });
const note = () =>
  sentence(
    300,
    "a note on the fact",
    "Write a sentence, or remove it.",
  ).optional();
const money = (what: string) =>
  field(z.number().nonnegative("It is below zero."), {
    is: `${what}: an amount without its currency`,
    write: "Write a number, like 425; 0 means that it costs nothing.",
    example: 425,
  });
/** A day, or a month when the source says no more. */
const when = () =>
  field(
    z
      .string()
      .regex(
        /^\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?$/,
        "It is not a day like 2026-07-09 or a month like 2026-07.",
      ),
    {
      is: "a day or a month",
      write: "Write a day like 2026-07-09, or a month like 2026-07.",
      example: "2026-07-09",
    },
  );
const oneOf = <const Values extends readonly [string, ...string[]]>(
  values: Values,
) =>
  field(z.enum(values), {
    is: `one of: ${values.join(", ")}`,
    write: `Write one of: ${values.join(", ")}.`,
    example: values[0],
  });
/** A fact with parts, one of which is its source. */
const fact = <T extends z.ZodRawShape>(parts: T, example: object) =>
  field(z.strictObject({ ...parts, source: source() }), {
    is: `a fact: ${Object.keys(parts).join(", ")} and source`,
    write: `Write ${Object.keys(parts)[0]}: and source: under it, each on its own line, indented by two spaces; or name the fact in notConfirmed.`,
    example: { ...example, source: "issuer" },
  }).optional();

/** The front matter of a certificate: `src/content/certificates/<slug>.md`. The text below it is the verdict. */
export const certificateSchema = z.strictObject({
  name: field(text(120), {
    is: "the full name, as the issuer writes it",
    write: "Write the full name; in quotes if it has a colon.",
    example: "Certified Kubernetes Administrator",
  }),
  /** What people call it, as in a job posting: SAA, CISSP. Unique in the catalogue. */
  short: field(text(20), {
    is: "the short name, as in job postings",
    write: "Write what people call it, like CISSP.",
    example: "CKA",
  }),
  /** The short name is an ordinary word or sign too, like CC: articles are not asked to link it. Default: false. */
  ambiguous: field(z.boolean(), {
    is: "true or false",
    write:
      "Write ambiguous: true if articles use the short name for other things too, or remove it.",
    example: true,
  }).default(false),
  aliases: aliases(),
  description: field(text(200), {
    is: "one sentence of at most 200 characters: what it is and for whom",
    write: "Write what it is and for whom.",
    example: "An exam in running clusters, taken at a command line.",
  }),
  issuer: field(text(60), {
    is: "the name of the issuer",
    write: "Write who issues it.",
    example: "Cloud Native Computing Foundation",
  }),
  url: field(webAddress(), {
    is: "the address of the issuer's own page about it",
    write: "Write the full address, with https://.",
    example: "https://www.cncf.io/training/certification/cka/",
  }),
  field: oneOf(namesOf(fields)),
  level: oneOf(namesOf(levels)),
  status: oneOf(namesOf(statuses)),
  /**
   * Sources by a short name: who wrote it, the title, the address, the day we read it; `copy` is the stored copy's own date
   * when known (day or month); `issuer: true` if it is the issuer's own page.
   */
  sources: field(
    z.record(
      z
        .string()
        .regex(
          /^[a-z0-9-]+$/,
          "It is not a short name of lower-case letters, digits and hyphens.",
        ),
      z.strictObject({
        title: sentence(200, "the title of the page", "Write its title."),
        publisher: sentence(80, "who published it", "Write who published it."),
        url: field(webAddress(), {
          is: "the address of the source",
          write: "Write the full address, with https://.",
          example: "https://www.cncf.io/training/certification/cka/",
        }),
        read: field(day(), {
          is: "the day we read it, like 2026-02-28",
          write: "Write the day you read it, like 2026-02-28.",
          example: "2026-11-29",
        }),
        copy: when().optional(),
        issuer: field(z.boolean(), {
          is: "true or false",
          write: "Write issuer: true for the issuer's own page, or remove it.",
          example: true,
        }).default(false),
      }),
    ),
    {
      is: "the sources by short names, each with title, publisher, url and read",
      write:
        "Write each source under a short name in lower case, with title:, publisher:, url: and read: below it.",
      example: {
        issuer: {
          title: "Certified Kubernetes Administrator",
          publisher: "Cloud Native Computing Foundation",
          url: "https://www.cncf.io/training/certification/cka/",
          read: "2026-11-29",
        },
      },
    },
  ),
  code: fact(
    {
      value: sentence(
        40,
        "the code or version",
        "Write the code, like SY0-701.",
      ),
      since: when().optional(),
      note: note(),
    },
    { value: "SY0-701" },
  ),
  /**
   * `handsOn`: none; some = performance-based items or simulations among questions; most; all = nothing but tasks in a real
   * system.
   */
  format: fact(
    {
      text: sentence(300, "the form of the exam", "Write what you do in it."),
      handsOn: oneOf(namesOf(handsOn)),
    },
    { text: "Tasks at a command line.", handsOn: "all" },
  ),
  length: fact(
    {
      minutes: field(z.int().positive("It is not above zero."), {
        is: "the length in minutes",
        write: "Write the minutes, like 90.",
        example: 90,
      }),
      questions: sentence(
        60,
        "the number of questions",
        "Write it like 100 to 150, or remove it.",
      ).optional(),
      note: note(),
    },
    { minutes: 120 },
  ),
  /**
   * What one attempt costs without membership and before tax; `once` is paid besides, once, like the fee of an application;
   * `note` says member price, what is included (course, a second attempt), how other sources differ.
   */
  fee: fact(
    {
      amount: money("what one attempt costs"),
      once: money("what is paid once besides the exam").optional(),
      currency: oneOf(["USD", "EUR", "GBP"]),
      note: note(),
    },
    { amount: 425, currency: "USD" },
  ),
  /** `amount`: what a second attempt costs, 0 if included; leave it out if not known. */
  retake: fact(
    {
      text: sentence(300, "when and how one may retake it", "Write the rule."),
      amount: money("what a second attempt costs").optional(),
    },
    { text: "One retake is included.", amount: 0 },
  ),
  validity: field(
    z
      .strictObject({
        months: field(z.int().positive("It is not above zero."), {
          is: "how long it is valid, in months",
          write: "Write the months, like 36.",
          example: 36,
        }).optional(),
        forLife: field(z.literal(true), {
          is: "true",
          write: "Write forLife: true, or remove it and write months:.",
          example: true,
        }).optional(),
        note: note(),
        source: source(),
      })
      .refine(
        ({ months, forLife }) =>
          (months === undefined) !== (forLife === undefined),
        "It needs either months or forLife.",
      ),
    {
      is: "how long it is valid: months or forLife, and source",
      write: "Write either months: or forLife: true, and source:.",
      example: { months: 24, source: "issuer" },
    },
  ).optional(),
  /**
   * How to keep it. `fee`: paid at each renewal (the cheapest usual way); `yearly`: paid each year; `hours`: credits or hours
   * of continuing education in one validity period, beside the fee and not instead of it. Zero means none; leave out what is
   * not known.
   */
  renewal: fact(
    {
      text: sentence(400, "how to keep it", "Write what renewing takes."),
      fee: money("what each renewal costs").optional(),
      yearly: money("what is paid each year").optional(),
      hours: field(z.int().nonnegative("It is below zero."), {
        is: "the hours of continuing education in one period",
        write: "Write a number, like 120; 0 means none.",
        example: 120,
      }).optional(),
    },
    { text: "Take the exam again.", fee: 445 },
  ),
  /** Years of experience, endorsement, courses; "None" is a fact too. */
  conditions: fact(
    {
      text: sentence(
        400,
        "what you need before",
        "Write it; None is a fact too.",
      ),
    },
    { text: "None." },
  ),
  notConfirmed: field(distinct(oneOf(facts)), {
    is: `a list of facts without a source: ${facts.join(", ")}`,
    write:
      "Write each fact for which no source was found on its own line, starting with -.",
    example: ["retake"],
  }).default([]),
  askedBy: field(
    z.array(
      z.strictObject({
        text: sentence(
          300,
          "who asks for it",
          "Write who asks for it, and where.",
        ),
        source: source(),
      }),
    ),
    {
      is: "a list of those who ask for it, each with text and source",
      write: "Start each with -, and give it text: and source:.",
      example: [{ text: "The US Department of Defense.", source: "issuer" }],
    },
  ).default([]),
  /**
   * For whom it is what: 3 to 6 readers. kind: gate (required by law, regulator or contract), filter (recruiters and forms
   * screen by it), signal (only tells a stranger something), ignored. A gate needs a source.
   */
  readers: field(
    z
      .array(
        z.strictObject({
          who: sentence(80, "a reader", "Write who, like A product engineer."),
          kind: oneOf(namesOf(kinds)),
          answer: oneOf(namesOf(answers)),
          why: sentence(240, "the reason", "Write why."),
          source: source().optional(),
        }),
      )
      .min(3, "There are fewer than three.")
      .max(6, "There are more than six."),
    {
      is: "a list of 3 to 6 readers, each with who, kind, answer and why",
      write: "Start each with -, and give it who:, kind:, answer: and why:.",
      example: Array(3).fill({
        who: "A product engineer",
        kind: "ignored",
        answer: "no",
        why: "Interviews do not ask for it.",
      }),
    },
  ),
  /** What happens the day after it lapses, and when to do which. */
  lapse: field(
    z.strictObject({
      dayAfter: sentence(
        300,
        "what happens the day after",
        "Write what you lose.",
      ),
      renewIf: sentence(240, "when to renew it", "Write when."),
      replaceIf: sentence(
        240,
        "when to replace it",
        "Write when, and by what.",
      ),
      lapseIf: sentence(240, "when to let it lapse", "Write when."),
      source: source().optional(),
    }),
    {
      is: "what happens when it lapses: dayAfter, renewIf, replaceIf and lapseIf",
      write:
        "Write dayAfter:, renewIf:, replaceIf: and lapseIf: under lapse:, each on its own line, indented by two spaces.",
      example: {
        dayAfter: "You take the whole exam again.",
        renewIf: "Your contract names it.",
        replaceIf: "You hold the next level.",
        lapseIf: "Nobody has asked for two years.",
      },
    },
  ),
  /** What changed or will change, newest first, with what a reader should do. */
  changes: field(
    z.array(
      z.strictObject({
        date: when(),
        what: sentence(300, "what changed", "Write what changed."),
        todo: sentence(240, "what a reader should do", "Write what to do."),
        source: source(),
      }),
    ),
    {
      is: "a list of changes, newest first, each with date, what, todo and source",
      write: "Start each with -, and give it date:, what:, todo: and source:.",
      example: [
        {
          date: "2024-04-01",
          what: "Valid for 24 months instead of 36.",
          todo: "Check the date on yours.",
          source: "issuer",
        },
      ],
    },
  ).default([]),
  /** The file here that follows it. */
  replacedBy: field(fileOf("certificates"), {
    is: "the name of the certificate that replaces it",
    write: "Write the name of its file, or remove the field.",
    example: "cka",
  }).optional(),
  /** Files here that it is often weighed against. */
  compareWith: field(distinct(fileOf("certificates")), {
    is: "a list of certificates that it is weighed against",
    write:
      "Write the names of their files, each on its own line, starting with -.",
    example: ["ckad"],
  }).default([]),
});

/** A certificate's front matter, with defaults. */
export type Certificate = z.output<typeof certificateSchema>;
