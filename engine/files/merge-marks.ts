/** A block of code between fences, in which the marks may be what the text is about. */
const fenced = /^(`{3,}|~{3,})[^]*?^\1/gm;
/** <<<<<<< ours, =======, >>>>>>> theirs: each begins a line. */
const marks = ["^<{7}(?: |\r?$)", "^={7}\r?$", "^>{7}(?: |\r?$)"];

/** Where git left the marks of two versions it could not join, if it did: an offset in the text. */
export function findMergeMarks(text: string): number | undefined {
  if (!text.includes("<<<<<<<")) return undefined;
  const shown = text.replace(fenced, (code) => code.replace(/[^\n]/g, " "));
  const places: number[] = [];
  for (const mark of marks) {
    const pattern = new RegExp(mark, "gm");
    pattern.lastIndex = places.at(-1) ?? 0;
    const found = pattern.exec(shown);
    if (!found) return undefined;
    places.push(found.index);
  }
  return places[0];
}
