/** A fenced code block, in which conflict markers may be an example. */
const fenced = /^(`{3,}|~{3,})[^]*?^\1/gm;
const marks = ["^<{7}(?: |\r?$)", "^={7}\r?$", "^>{7}(?: |\r?$)"];

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
