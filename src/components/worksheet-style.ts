import { verdicts, type Condition } from "./worksheet.ts";

/** Matches the worksheet while the checked answers meet one of the conditions. */
const toSelector = (when: readonly Condition[]): string =>
  `#worksheet:is(${when
    .map((condition) =>
      Object.values(condition)
        .map(
          (values) =>
            `:has(${values.map((value) => `[value=${value}]:checked`).join()})`,
        )
        .join(""),
    )
    .join()})`;

const notes = new Map(
  verdicts.flatMap((verdict) =>
    verdict.notes.map(({ name, when }) => [name, when] as const),
  ),
);
/** Until the answers decide, a screen shows no verdict; paper, or a browser without :has(), shows all of them. */
const undecided = "var(--undecided,var(--all))";

const css = `@layer components{@supports selector(:has(*)){
#worksheet{--all:none}
@media print{#worksheet{--all:block}}
#worksheet .open{display:var(--undecided,block)}
#worksheet .list{display:${undecided}}
${verdicts
  .map(
    ({ name, when }) => `${toSelector(when)}{--undecided:none;--${name}:block}
#worksheet [data-verdict=${name}]{display:var(--${name},${undecided})}`,
  )
  .join("\n")}
${[...notes]
  .map(
    ([name, when]) => `${toSelector([when])}{--note-${name}:block}
#worksheet [data-note=${name}]{display:var(--note-${name},${undecided})}`,
  )
  .join("\n")}
}}`;

/**
 * The style sheet `virtual:worksheet.css`: the conditions of worksheet.ts as selectors, so that verdicts need no
 * script.
 */
export const worksheetStyle = {
  name: "worksheet-style",
  resolveId: (id: string) =>
    id === "virtual:worksheet.css" ? `\0${id}` : undefined,
  load: (id: string) => (id === "\0virtual:worksheet.css" ? css : undefined),
};
