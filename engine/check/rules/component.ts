import { inBody, type Rule } from "#check/rule.ts";

/** The required content of some components: node types, as in `JsxComponent`. */
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

export const componentRule: Rule = {
  errors: {
    "article/component": `${Object.entries(wanted)
      .map(([name, { holds }]) => `<${name}> contains ${holds}`)
      .join(", ")}, and nothing else.`,
  },
  check: ({ collections }) =>
    collections.articles.flatMap((source) =>
      source.contents.components.flatMap(({ name, holds, ...place }) => {
        const want = Object.hasOwn(wanted, name) ? wanted[name] : undefined;
        return !want ||
          (holds.length > 0 &&
            holds.length <= want.most &&
            holds.every((kind) => kind === want.kind))
          ? []
          : inBody(source, place, {
              problem: `<${name}> must contain ${want.holds} and nothing else.`,
              remedy: `Write ${want.example} … between <${name}> and </${name}>, with an empty line before and after it.`,
              rule: "article/component",
            });
      }),
    ),
};
