import {
  facts,
  fields,
  toKind,
  toReadDays,
  type Certificate,
} from "./certificate.ts";
import { toCost, toPrices } from "./cost.ts";

/** The licence of the data. */
export const licence = {
  name: "CC BY 4.0",
  url: "https://creativecommons.org/licenses/by/4.0/",
};

type Cell = string | number | undefined;

/** The columns of the file with all certificates. A cell is empty if the fact is not confirmed. */
const columns: Record<
  string,
  (certificate: Certificate, home: string) => Cell
> = {
  slug: ({ slug }) => slug,
  short: ({ short }) => short,
  name: ({ name }) => name,
  issuer: ({ issuer }) => issuer,
  field: ({ field }) => fields[field],
  level: ({ level }) => level,
  status: ({ status }) => status,
  kind: toKind,
  code: ({ code }) => code?.value,
  exam: ({ format }) => format?.text,
  hands_on: ({ format }) => format?.handsOn,
  minutes: ({ length }) => length?.minutes,
  fee: ({ fee }) => fee?.amount,
  fee_once: ({ fee }) => fee?.once,
  currency: ({ fee }) => fee?.currency,
  retake: ({ retake }) => retake?.amount,
  months_valid: ({ validity }) =>
    validity?.forLife ? "life" : validity?.months,
  renewal: ({ renewal }) => renewal?.text,
  renewal_fee: ({ renewal }) => renewal?.fee,
  yearly_fee: ({ renewal }) => renewal?.yearly,
  upkeep_hours: ({ renewal }) => renewal?.hours,
  conditions: ({ conditions }) => conditions?.text,
  five_years: (certificate) => {
    const cost = toCost(toPrices(certificate));
    return cost.missing.length > 0 ? undefined : cost.sum;
  },
  not_confirmed: ({ notConfirmed }) => notConfirmed.join(" "),
  ...Object.fromEntries(
    facts.flatMap((name) => {
      const toSource = ({ sources, [name]: fact }: Certificate) =>
        fact && sources[fact.source];
      return [
        [`${name}_source`, (one: Certificate) => toSource(one)?.url],
        [
          `${name}_read`,
          (one: Certificate) => toSource(one)?.read.slice(0, 10),
        ],
      ];
    }),
  ),
  oldest_read: (certificate) => toReadDays(certificate)[0],
  official_page: ({ url }) => url,
  page: ({ slug }, home) => `${home}${slug}/`,
};

/**
 * All certificates as CSV (RFC 4180).
 * @param home the catalogue's URL
 */
export const toCsv = (certificates: Certificate[], home: string): string =>
  [
    Object.keys(columns),
    ...certificates.map((one) =>
      Object.values(columns).map((toCell) => toCell(one, home)),
    ),
  ]
    .map((cells) => `${cells.map(toCsvCell).join()}\r\n`)
    .join("");

const toCsvCell = (cell: Cell): string => {
  const text = String(cell ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * All certificates as JSON: the fields of their files, with the address of each page and the day of its oldest fact.
 * @param home the catalogue's URL
 */
export const toJson = (
  certificates: Certificate[],
  home: string,
  publisher: string,
): string =>
  JSON.stringify({
    title: `${publisher}: certificates`,
    url: home,
    licence: { ...licence, credit: publisher },
    certificates: certificates.map((certificate) => ({
      ...certificate,
      page: `${home}${certificate.slug}/`,
      oldestRead: toReadDays(certificate)[0],
    })),
  });
/** What `toJson` writes. */
export type CatalogueFile = {
  certificates: (Certificate & { page: string; oldestRead: string })[];
};
