import { inBody, type Rule } from "#check/rule.ts";

/** What some components make something of, and can only stop at when it is not there. */
const wanted: Readonly<
  Record<string, { kind: string; most: number; holds: string; example: string }>
> = {
  Compare: {
    kind: "table",
    most: 1,
    holds: "one table",
    example: "| Pan | Price |",
  },
  Checklist: {
    kind: "tasks",
    most: Infinity,
    holds: "a list of tasks",
    example: "- [ ] Ask three people",
  },
};

/** A component that stands around a table or a list has it in it, and nothing else. */
export const componentRule: Rule = {
  words: [
    {
      name: "article/component",
      severity: "error",
      about: Object.entries(wanted)
        .map(([name, { holds }]) => `<${name}> contains ${holds}`)
        .join(", ")
        .concat(", and nothing else."),
    },
  ],
  check: ({ collections }) =>
    collections.articles.flatMap((source) =>
      source.contents.components.flatMap(({ name, holds, ...place }) => {
        const want = Object.hasOwn(wanted, name) ? wanted[name] : undefined;
        const isFine =
          holds.length > 0 &&
          holds.length <= (want?.most ?? 0) &&
          holds.every((kind) => kind === want?.kind);
        if (!want || isFine) return [];
        return [
          inBody(source, place, {
            problem: `<${name}> must contain ${want.holds} and nothing else.`,
            remedy: `Write ${want.example} … between <${name}> and </${name}>, with an empty line before and after it.`,
            rule: "article/component",
          }),
        ];
      }),
    ),
};
