import type { Certificate, Currency } from "./certificate.ts";
import { count, formatMoney, notConfirmed } from "./format.ts";

/** How many years the sum looks ahead; texts say "five years". */
const years = 5;

/** What a certificate costs, from its file. What is not confirmed is undefined, never zero. */
export type Prices = {
  currency: Currency;
  fee?: number | undefined;
  /** Paid once besides the exam; undefined if nothing is. */
  once?: number | undefined;
  retake?: number | undefined;
  /** Months from a pass to the first renewal, or "life". */
  validity?: number | "life" | undefined;
  /** Paid at each renewal. */
  renewal?: number | undefined;
  yearly?: number | undefined;
  /** Hours of upkeep in one period of validity. */
  hours?: number | undefined;
};
/** What depends on the reader. */
export type Choices = {
  /** Attempts that fail before the one that passes. */
  failed: number;
  /** Hours of study. */
  study: number;
  /** What an hour is worth to the reader. */
  hour: number;
  /** The employer's share of the money in percent. */
  share: number;
};
export const noChoices: Choices = { failed: 0, study: 0, hour: 0, share: 0 };

export type CostLine = {
  name: "fee" | "retake" | "renewals" | "yearly" | "time";
  label: string;
  /** How the amount comes about: "2 × US$395". */
  how: string;
  /** Undefined if it is not confirmed. */
  amount: number | undefined;
};
export type Cost = {
  lines: CostLine[];
  /** The sum of all amounts that are known. */
  sum: number;
  /** What the reader pays of it: all but the employer's share, which is a share of the money and not of the hours. */
  own: number;
  /** Hours of study and upkeep; undefined if upkeep is not confirmed. */
  hours: number | undefined;
  /** What the sum leaves out because it is not confirmed. */
  missing: string[];
};

export const toPrices = (certificate: Certificate): Prices => {
  const { fee, retake, validity, renewal } = certificate;
  return {
    currency: fee?.currency ?? "USD",
    fee: fee?.amount,
    once: fee?.once,
    retake: retake?.amount,
    validity: validity && (validity.forLife ? "life" : validity.months),
    renewal: renewal?.fee,
    yearly: renewal?.yearly,
    hours: renewal?.hours,
  };
};

/** How often a certificate is renewed so that it is valid for five years; undefined if its validity is not confirmed. */
export const toRenewals = (validity: Prices["validity"]): number | undefined =>
  validity === undefined
    ? undefined
    : validity === "life"
      ? 0
      : Math.ceil((years * 12) / validity) - 1;

/** What it costs to pass and to keep a certificate for five years. */
export function toCost(prices: Prices, choices = noChoices): Cost {
  const { currency, fee, once = 0, retake, validity, renewal, yearly } = prices;
  const money = (amount: number) => formatMoney(amount, currency);
  const renewals = toRenewals(validity);
  const upkeep = toUpkeepHours(prices);
  const hours = upkeep === undefined ? undefined : choices.study + upkeep;
  const lines: CostLine[] = [
    {
      name: "fee",
      label: "Exam fee",
      how: once > 0 ? `One attempt, and ${money(once)} once` : "One attempt",
      amount: fee === undefined ? undefined : fee + once,
    },
    ...(choices.failed > 0
      ? [
          {
            name: "retake" as const,
            label: "More attempts",
            how: toProduct(choices.failed, retake, money),
            amount: times(choices.failed, retake),
          },
        ]
      : []),
    {
      name: "renewals",
      label: "Renewals",
      how:
        renewals === 0
          ? validity === "life"
            ? "None: it is for life"
            : "None is due within five years"
          : toProduct(renewals, renewal, money),
      amount: times(renewals, renewal),
    },
    {
      name: "yearly",
      label: "Yearly fees",
      how: yearly === 0 ? "None" : toProduct(years, yearly, money),
      amount: times(years, yearly),
    },
    ...(choices.hour > 0
      ? [
          {
            name: "time" as const,
            label: "Your hours",
            how: toProduct(hours, choices.hour, money, "hours"),
            amount: times(hours, choices.hour),
          },
        ]
      : []),
  ];
  const sumOf = (some: CostLine[]) =>
    some.reduce((sum, { amount = 0 }) => sum + amount, 0);
  const spent = sumOf(lines.filter(({ name }) => name !== "time"));
  const sum = sumOf(lines);
  return {
    lines,
    sum,
    own: sum - (spent * choices.share) / 100,
    hours,
    missing: lines
      .filter(({ amount }) => amount === undefined)
      .map(({ label }) => label.toLowerCase()),
  };
}

/** Hours of continuing education in five years. */
function toUpkeepHours({ validity, hours }: Prices): number | undefined {
  if (hours === undefined || hours === 0 || validity === "life") return hours;
  return validity && Math.round((hours * years * 12) / validity);
}

const times = (
  factor: number | undefined,
  price: number | undefined,
): number | undefined =>
  factor === 0
    ? 0
    : factor === undefined || price === undefined
      ? undefined
      : factor * price;

const toProduct = (
  factor: number | undefined,
  price: number | undefined,
  money: (amount: number) => string,
  unit = "",
): string =>
  factor === undefined || price === undefined
    ? notConfirmed
    : `${factor.toLocaleString("en-GB")}${unit && ` ${unit}`} × ${money(price)}`;

/** "US$790", or "at least US$395" if something is left out; "Not confirmed" if no amount is known. */
export const formatSum = (
  { sum, missing }: Pick<Cost, "sum" | "missing">,
  currency: Currency,
): string =>
  missing.length === 0
    ? formatMoney(sum, currency)
    : sum > 0
      ? `at least ${formatMoney(sum, currency)}`
      : notConfirmed;

/** "200 hours", "None" or "Not confirmed". */
export const formatHours = ({ hours }: Cost): string =>
  hours === undefined
    ? notConfirmed
    : hours === 0
      ? "None"
      : count(hours, "hour");
