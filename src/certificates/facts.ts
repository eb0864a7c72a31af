import {
  factLabels,
  handsOn,
  type Certificate,
  type FactName,
  type Source,
} from "./certificate.ts";
import {
  formatMinutes,
  formatMoney,
  formatMonths,
  formatWhen,
  notConfirmed,
  count,
} from "./format.ts";

/** A fact as readers see it. Without a value it is not confirmed. */
export type Fact = {
  name: FactName;
  label: string;
  value?: string;
  /** More about the value, in the order of importance. */
  notes: string[];
  source?: Source;
};

/** The number that a text about questions opens with, if the text doesn't say what it counts. */
const numberOfQuestions =
  /^(?:at most )?\d+\b(?: to \d+\b)?(?! (?:to|tasks|scored))/;

/** All facts of a certificate, the most wanted first. */
export function toFacts(certificate: Certificate): Fact[] {
  const { sources, fee, validity } = certificate;
  const money = (amount: number | undefined) =>
    amount === undefined
      ? notConfirmed.toLowerCase()
      : formatMoney(amount, fee?.currency ?? "USD");
  const toFact = <N extends FactName>(
    name: N,
    describe: (
      fact: NonNullable<Certificate[N]>,
    ) => [value: string, ...notes: (string | false | undefined)[]],
  ): Fact => {
    const fact = certificate[name];
    if (!fact) return { name, label: factLabels[name], notes: [] };
    const [value, ...notes] = describe(fact as NonNullable<Certificate[N]>);
    const source = sources[fact.source];
    return {
      name,
      label: factLabels[name],
      value,
      notes: notes.filter((note) => note !== undefined && note !== false),
      ...(source && { source }),
    };
  };
  return [
    toFact("fee", ({ amount, once, note }) => [
      money(amount),
      !!once && `${money(once)} besides, once, for the application`,
      note,
    ]),
    toFact("validity", ({ months, note }) => [formatValidity(months), note]),
    toFact("renewal", ({ text, fee, yearly, hours }) => [
      text,
      // Repeated only where there is something to pay or to do.
      !!fee && `${money(fee)} at each renewal`,
      !!yearly && `${money(yearly)} a year`,
      !!hours && `${count(hours, "hour")} of continuing education each time`,
      fee === undefined &&
        validity?.months !== undefined &&
        "The price of a renewal is not confirmed.",
    ]),
    toFact("format", (format) => [
      format.text,
      `Hands-on: ${handsOn[format.handsOn].toLowerCase()}`,
    ]),
    toFact("length", ({ minutes, questions, note }) => [
      [
        formatMinutes(minutes),
        questions?.replace(numberOfQuestions, "$& questions"),
      ]
        .filter(Boolean)
        .join(", "),
      note,
    ]),
    toFact("retake", ({ text, amount }) => [
      text,
      // Those with a free one say so.
      !!amount && money(amount),
    ]),
    toFact("conditions", ({ text }) => [text]),
    toFact("code", ({ value, since, note }) => [
      since ? `${value}, since ${formatWhen(since)}` : value,
      note,
    ]),
  ];
}

/** "3 years", or "Life" without months. */
export const formatValidity = (months: number | undefined): string =>
  months === undefined ? "Life" : formatMonths(months);

/** "read 29 November 2026, a copy of March 2026". */
export const formatReading = ({ read, copy }: Source): string =>
  `read ${formatWhen(read.slice(0, 10))}${copy ? `, a copy of ${formatWhen(copy)}` : ""}`;
