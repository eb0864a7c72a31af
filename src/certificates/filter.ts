import {
  fields,
  handsOn,
  kinds,
  type Certificate,
  type HandsOn,
  type Kind,
} from "./certificate.ts";

/** A row of the catalogue's table, as what it is filtered and sorted by. What is not confirmed is missing. */
export type Row = {
  name: string;
  /** What it is found by. */
  words: string;
  /** Its position in the table as built. */
  place: number;
  field: string;
  kind: Kind;
  hands?: HandsOn | undefined;
  fee?: number | undefined;
  /** The cost in five years. */
  five?: number | undefined;
  months?: number | undefined;
};

/** Characters of words to find in an address. */
const longestFind = 60;

/** More than any certificate's months of validity, for those that are for life. */
export const forLife = 9999;

export const sortKeys = [
  "place",
  "name",
  "kind",
  "hands",
  "fee",
  "months",
  "five",
] as const;
export type SortKey = (typeof sortKeys)[number];
/** The ways to narrow the table: a choice each, except the words typed into "find". */
export const filters = [
  "find",
  "field",
  "kind",
  "hands",
  "fee",
  "months",
] as const;
export type Filter = (typeof filters)[number];

/** The text that a certificate is found by: what it is called, who issues it, its code and field. */
export const toWords = ({
  short,
  name,
  issuer,
  code,
  field,
}: Pick<Certificate, "short" | "name" | "issuer" | "code" | "field">): string =>
  [short, name, issuer, code?.value, fields[field]].join(" ").toLowerCase();

/** What a reader has chosen. A filter that is "" shows everything. */
export type View = Record<Filter, string> & { sort: SortKey; isDown: boolean };

/** "?field=cloud&sort=fee&order=down", or "" for the whole table. */
export function toQuery(view: View): string {
  const query = new URLSearchParams();
  for (const name of filters) if (view[name]) query.set(name, view[name]);
  if (view.sort !== "place") query.set("sort", view.sort);
  if (view.isDown) query.set("order", "down");
  return query.size > 0 ? `?${query}` : "";
}

/**
 * Reads the query of an address. Unknown names and values are ignored.
 * @param isKnown whether a filter offers a value
 */
export function readQuery(
  search: string,
  isKnown: (name: Filter, value: string) => boolean,
): View {
  const query = new URLSearchParams(search);
  const read = (name: Filter) => {
    const value = query.get(name) ?? "";
    return isKnown(name, value) ? value : "";
  };
  return {
    find: (query.get("find") ?? "").slice(0, longestFind),
    field: read("field"),
    kind: read("kind"),
    hands: read("hands"),
    fee: read("fee"),
    months: read("months"),
    sort: sortKeys.find((key) => key === query.get("sort")) ?? "place",
    isDown: query.get("order") === "down",
  };
}

const kindOrder = Object.keys(kinds);
const handsOrder = Object.keys(handsOn);

/** Whether a row is in the view: hands-on as much as chosen or more, but none means none. */
export const isShown = (row: Row, view: View): boolean =>
  view.find
    .toLowerCase()
    .split(/\s+/)
    .every((word) => row.words.includes(word)) &&
  (!view.field || row.field === view.field) &&
  (!view.kind || row.kind === view.kind) &&
  (!view.hands ||
    row.hands === view.hands ||
    (view.hands !== "none" &&
      row.hands !== undefined &&
      handsOrder.indexOf(row.hands) < handsOrder.indexOf(view.hands))) &&
  (!view.fee || (row.fee !== undefined && row.fee <= Number(view.fee))) &&
  (!view.months ||
    (row.months !== undefined && row.months >= Number(view.months)));

/** The order of two rows. What is not confirmed is last in either direction; equal rows keep their places. */
export function compareRows(a: Row, b: Row, { sort, isDown }: View): number {
  const [one, other] = [toSortValue(a, sort), toSortValue(b, sort)];
  if (one === other) return a.place - b.place;
  if (one === undefined || other === undefined)
    return one === undefined ? 1 : -1;
  const difference =
    typeof one === "string"
      ? one.localeCompare(String(other), "en", { numeric: true })
      : one - Number(other);
  return isDown ? -difference : difference;
}

const toSortValue = (row: Row, sort: SortKey): string | number | undefined =>
  sort === "kind"
    ? kindOrder.indexOf(row.kind)
    : sort === "hands"
      ? row.hands && handsOrder.indexOf(row.hands)
      : row[sort];
