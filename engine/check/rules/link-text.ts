import { inBody, type Rule } from "#check/rule.ts";

export const linkTextRule: Rule = {
  words: [
    {
      name: "content/link-text",
      severity: "error",
      about: "A link has text, or a picture with alt text.",
    },
    {
      name: "content/link-reference",
      severity: "error",
      about:
        "Everything that `[text][name]` and `[^note]` refer to is defined in the text.",
    },
  ],
  check: ({ collections }) =>
    Object.values(collections)
      .flat()
      .flatMap((source) => [
        ...source.contents.links
          .filter(({ isEmpty }) => isEmpty)
          .map((link) =>
            inBody(source, link, {
              problem: `The link to "${link.address}" has no text.`,
              remedy:
                "Write between the brackets what the reader will find there.",
              rule: "content/link-text",
            }),
          ),
        ...source.contents.missing.map((reference) => {
          // [text][name], [name][] or [^name]
          const [, first, second] =
            /^\[\^?([^[\]]*)\](?:\[([^[\]]*)\])?$/.exec(reference.written) ??
            [];
          const name = second || first;
          return inBody(source, reference, {
            problem: `${reference.written} is not defined in this text.`,
            remedy: reference.written.startsWith("[^")
              ? `Add a line [^${name}]: with the note, or put a \\ before the bracket.`
              : `Add a line [${name}]: with the address, or put a \\ before each bracket.`,
            rule: "content/link-reference",
          });
        }),
      ]),
};
