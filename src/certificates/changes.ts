import type { Certificate, Source } from "./certificate.ts";
import { catalogue } from "./addresses.ts";

/** How many changes a feed has. */
export const mostChanges = 50;

/** Something that changed or will change about a certificate. */
export type Change = Certificate["changes"][number] & {
  /** Permanent: the id on the page and in feeds. */
  id: string;
  slug: string;
  short: string;
  name: string;
  /** The exam code, if it is confirmed. */
  code: string | undefined;
  from: Source;
  /** The other certificates whose files say the same of the same date. */
  also: Pick<Change, "id" | "slug" | "short">[];
};

/**
 * All changes, newest first; what several files say of a date in the same words is one change. An id is the file's name and the
 * change's date, with a number from the second one of the same date on, counted from the oldest: new ones are written at the top of
 * the list and leave the others' ids alone.
 */
export const toChanges = (certificates: Certificate[]): Change[] => {
  const changes = certificates
    .flatMap(({ slug, short, name, code, sources, changes }) => {
      const seen = new Map<string, number>();
      return changes.toReversed().map((change): Change => {
        const number = (seen.get(change.date) ?? 0) + 1;
        seen.set(change.date, number);
        return {
          ...change,
          id: `${slug}-${change.date}${number > 1 ? `-${number}` : ""}`,
          slug,
          short,
          name,
          code: code?.value,
          from: sources[change.source] as Source,
          also: [],
        };
      });
    })
    .sort((a, b) => compare(b.date, a.date) || compare(a.id, b.id));
  const same = Map.groupBy(changes, ({ date, what, todo }) =>
    [date, what, todo].join("\n"),
  );
  return [...same.values()].map(([first, ...also]) => ({
    ...(first as Change),
    also,
  }));
};

/** The changes that are still ahead on a day, soonest first. A month is ahead until it is over. */
export const toAhead = (changes: Change[], day: string): Change[] =>
  changes.filter(({ date }) => date >= day.slice(0, date.length)).toReversed();

/** Newest reading first, as feeds want it: a date ahead would put an old entry on top of a reader for months. */
export const toFeedOrder = (changes: Change[]): Change[] =>
  changes.toSorted(
    (a, b) =>
      compare(b.from.read.slice(0, 10), a.from.read.slice(0, 10)) ||
      compare(b.date, a.date) ||
      compare(a.id, b.id),
  );

/** The change to name first: the next one ahead on a day, or else the latest. */
export const toNews = (changes: Change[], day: string): Change | undefined =>
  toAhead(changes, day)[0] ?? changes[0];

/** The short names of all certificates that a change is about. */
export const toShorts = ({ short, also }: Change): string[] => [
  short,
  ...also.map(({ short }) => short),
];

/** The address of a change in the log. */
export const toChangeAddress = ({ id }: Pick<Change, "id">): string =>
  `${catalogue.changes}#${id}`;

const compare = (a: string, b: string): number => (a < b ? -1 : +(a > b));
