import { inBody, type Rule } from "#check/rule.ts";

/** What to write instead of common HTML. */
const instead: Record<string, string> = {
  h1: "Write ## instead: the title is the page's only top-level heading.",
  style: "Remove it: the theme decides how things look.",
  script: "Remove it: articles cannot run scripts.",
  center: "Remove it: the theme decides how things look.",
  font: "Remove it: the theme decides how things look.",
  iframe: "Write a link to it that says what it is.",
  embed: "Write a link to it that says what it is.",
  object: "Write a link to it that says what it is.",
  video: "Write a link to it that says what it is.",
  audio: "Write a link to it that says what it is.",
  svg: "Save it as a file beside the article and write ![what it shows](./name.svg).",
};

export const htmlRule: Rule = {
  words: [
    {
      name: "content/html",
      severity: "error",
      about:
        "HTML in a text uses only the elements and attributes listed in engine/text/html.ts: never script, style, iframe, form, base, meta or on….",
    },
  ],
  check: ({ collections }) =>
    Object.values(collections)
      .flat()
      .flatMap((source) => {
        const { refused, unclosed } = source.contents;
        return (
          refused
            // What never closes has words of its own.
            .filter(
              ({ element, line }) =>
                !unclosed.some(
                  (one) => one.markup === `<${element}` && one.line === line,
                ),
            )
            .map(({ element, attribute, ...place }) =>
              inBody(source, place, {
                problem: attribute
                  ? `${attribute} on <${element}> is not allowed in articles.`
                  : `<${element}> is not allowed in articles.`,
                remedy: attribute
                  ? "Remove the attribute."
                  : (instead[element] ??
                    "Write it in Markdown, or remove it. What is allowed: node_modules/gatepost/docs/rules.md."),
                rule: "content/html",
              }),
            )
        );
      }),
};
