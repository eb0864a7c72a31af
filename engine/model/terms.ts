/** A text's own words, as written, and how often each stands there. */
export type Terms = Record<string, number>;

/** Words as a reader counts them: "hands-on" and "don't" are one each. */
export const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** How many words of a text are kept to find related ones by: the store must not hold whole texts. */
const kept = 40;

/** Words that say nothing about what a text is about, whatever the text. */
const plain = new Set(
  `about above across after again against ago all almost alone along already also although always among and another any
  anybody anyone anything anywhere are aren't around ask asked asks away back because become been before begin behind being
  below best better between both bring but came can can't cannot come comes could couldn't did didn't does doesn't doing
  don't done down during each either else end enough even ever every everybody everyone everything everywhere far few
  find first for found from gave get gets give given gives goes going good got had hadn't half hardly has hasn't have
  haven't having hear help her here hers high him his hold how however into isn't it's its itself just keep kept kind knew
  know known knows last later least leave left less let let's like likely little long look looks lot made make makes
  making many may maybe mean means might more most mostly much must near nearly need needs neither never new next nobody
  none nor not nothing now number off often old once one ones only onto open other others our ours out over own part
  perhaps please put quite rather read ready really right said same saw say says second see seem seems seen several shall
  she should show shows side since small some somebody someone something sometimes somewhere soon still such take taken
  takes tell tells than that that's the their theirs them themselves then there these they thing things think third this
  those though three through till together told too took toward towards turn two under until upon use used uses using
  usually very want wants was wasn't way ways well went were weren't what what's whatever when where whether which while
  who whole whom whose why will with within without won't word words would wouldn't write written yes yet you you're your
  yours yourself four five six seven eight nine ten twice year years month months week weeks day days today per instead
  example worth`.split(/\s+/),
);

/** What makes two forms of a word the same one: neither case nor a final s counts. Nothing for one that says nothing. */
export function toTerm(form: string): string | undefined {
  const lower = form.toLowerCase().replace("’", "'");
  if (lower.length < 3 || plain.has(lower) || !/^\p{L}/u.test(lower))
    return undefined;
  const bare = lower.replace(/'s$/, "");
  return bare.length > 3 ? bare.replace(/(?<=[^sui])s$/, "") : bare;
}

/** How many words stand in a piece of text; how often each does, is added to the counts. */
export function countWords(text: string, counts: Map<string, number>): number {
  const words = text.match(word) ?? [];
  for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1);
  return words.length;
}

/** The words a text says most often, each in the form it mostly has there. The longer ones of those said as often. */
export function toTerms(counts: ReadonlyMap<string, number>): Terms {
  const terms = new Map<
    string,
    { form: string; count: number; ofForm: number }
  >();
  for (const [form, count] of counts) {
    const term = toTerm(form);
    if (term === undefined) continue;
    const known = terms.get(term);
    if (!known) terms.set(term, { form, count, ofForm: count });
    else {
      known.count += count;
      if (
        count > known.ofForm ||
        (count === known.ofForm && form > known.form)
      ) {
        known.form = form;
        known.ofForm = count;
      }
    }
  }
  const all = [...terms.values()];
  const often = all.filter(({ count }) => count > 1);
  return Object.fromEntries(
    // Most words stand in a text once: sorting them takes the most time, for nothing.
    (often.length < kept ? all : often)
      .sort(
        (a, b) =>
          b.count - a.count ||
          b.form.length - a.form.length ||
          (a.form < b.form ? -1 : 1),
      )
      .slice(0, kept)
      .map(({ form, count }) => [form, count]),
  );
}
