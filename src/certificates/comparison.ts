import {
  handsOn,
  kinds,
  levels,
  statuses,
  toKind,
  type Certificate,
} from "./certificate.ts";
import { formatHours, formatSum, toCost, toPrices } from "./cost.ts";
import { toFacts } from "./facts.ts";
import { notConfirmed } from "./format.ts";

/** A row of a comparison: what is compared, and a value for each certificate. */
export type ComparedRow = { label: string; values: string[] };

/** Compares certificates by their facts. */
export function toComparison(certificates: Certificate[]): ComparedRow[] {
  const all = certificates.map((certificate) => {
    const facts = toFacts(certificate);
    const prices = toPrices(certificate);
    const cost = toCost(prices);
    const fact = (name: (typeof facts)[number]["name"]) =>
      facts.find((one) => one.name === name)?.value ?? notConfirmed;
    const { format, level, status } = certificate;
    return {
      "Exam fee": fact("fee"),
      "Five years": formatSum(cost, prices.currency),
      "Valid for": fact("validity"),
      // As of the day of the facts: a price may be that of an exam that ends.
      Status: statuses[status],
      Renewal: fact("renewal"),
      "Upkeep in five years": formatHours(cost),
      "At its strongest": kinds[toKind(certificate)],
      "Hands-on": format ? handsOn[format.handsOn] : notConfirmed,
      Exam: fact("format"),
      Length: fact("length"),
      "Second attempt": fact("retake"),
      Conditions: fact("conditions"),
      Level: levels[level],
      Issuer: certificate.issuer,
      "Exam code": fact("code"),
    };
  });
  const [first] = all;
  return (Object.keys(first ?? {}) as (keyof (typeof all)[number])[]).map(
    (label) => ({ label, values: all.map((one) => one[label]) }),
  );
}
