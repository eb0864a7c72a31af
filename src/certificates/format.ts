import type { Currency } from "./certificate.ts";

/** What readers see where a fact has no source. */
export const notConfirmed = "Not confirmed";

/** "US$395", or "US$1,749.50". */
export const formatMoney = (amount: number, currency: Currency): string =>
  new Intl.NumberFormat("en-GB", {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
  }).format(amount);

/** "3 years", or "18 months". */
export const formatMonths = (months: number): string =>
  months % 12 === 0 ? count(months / 12, "year") : count(months, "month");

/** "90 minutes", "2 hours", or "2 hours 30 minutes". */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0 || (hours === 1 && rest > 0)) return count(minutes, "minute");
  return rest === 0
    ? count(hours, "hour")
    : `${count(hours, "hour")} ${count(rest, "minute")}`;
}

/** "9 July 2026" for 2026-07-09, and "July 2026" for 2026-07. */
export const formatWhen = (when: string): string =>
  new Intl.DateTimeFormat("en-GB", {
    ...(when.length > 7 && { day: "numeric" }),
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(when));

/** "1 hour", "2 hours", "1,200 hours". */
export const count = (number: number, one: string): string =>
  `${number.toLocaleString("en-GB")} ${one}${number === 1 ? "" : "s"}`;

/**
 * Reads an amount as people write it: 1,250.50 or 1250,50. Three digits after a comma or point are thousands.
 * @returns undefined if it is empty, negative or no number
 */
export function readNumber(text: string): number | undefined {
  const [, whole, rest = ""] =
    /^([1-9]\d{0,2}(?:[., ’']\d{3})+|\d+)(?:[.,](\d*))?$/.exec(text.trim()) ??
    [];
  return whole === undefined
    ? undefined
    : Number(`${whole.replace(/\D/g, "")}.${rest}`);
}
