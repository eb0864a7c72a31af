import { inBody, type Rule } from "#check/rule.ts";

/** What to write instead of the HTML that people reach for. */
const instead: Record<string, string> = {
  h1: "Write ## for the first heading of a text: the title is the page's own.",
  style: "Take it out: how things look is decided in engine/styles/.",
  script: "Take it out: nothing in an article runs.",
  center: "Take it out: how things look is decided in engine/styles/.",
  font: "Take it out: how things look is decided in engine/styles/.",
  iframe: "Write a link to it, with words that say what is there.",
  embed: "Write a link to it, with words that say what is there.",
  object: "Write a link to it, with words that say what is there.",
  video: "Write a link to it, with words that say what is there.",
  audio: "Write a link to it, with words that say what is there.",
  svg: "Save it as a file beside the article and write ![what it shows](./name.svg).",
};

export const htmlRule: Rule = {
  words: [
    {
      name: "content/html",
      severity: "error",
      about:
        "HTML in a text is one of the elements and attributes of engine/text/html.ts: never script, style, iframe, form, base, meta or on….",
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
                  ? `${attribute} on <${element}> is not for articles.`
                  : `<${element}> is not for articles.`,
                remedy: attribute
                  ? "Take the attribute out."
                  : (instead[element] ??
                    "Write it in Markdown, or take it out. What is allowed: docs/rules.md."),
                rule: "content/html",
              }),
            )
        );
      }),
};
