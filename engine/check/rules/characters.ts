import { findOddCharacters } from "#files/odd-characters.ts";
import type { Rule } from "#check/rule.ts";

export const charactersRule: Rule = {
  // Described in reading-rules.ts: the same rule, for escaped characters.
  words: [],
  check: ({ collections }) =>
    Object.values(collections)
      .flat()
      .flatMap((source) =>
        [...toTexts(source.data, [])].flatMap(({ path, text }) => {
          const odd = !text.isWellFormed()
            ? "half of a character"
            : findOddCharacters(text)[0]?.character;
          return odd && source.yaml.includes("\\")
            ? [
                {
                  file: source.file,
                  ...source.placeOf(path),
                  field: path.join("."),
                  problem: `The value contains an escaped invisible character, ${odd}.`,
                  remedy: "Remove the escape.",
                  rule: "content/characters",
                },
              ]
            : [];
        }),
      ),
};

/** Every string in front matter with its path. The depth limit protects against circular lists. */
function* toTexts(
  value: unknown,
  path: (string | number)[],
): Generator<{ path: (string | number)[]; text: string }> {
  if (typeof value === "string") yield { path, text: value };
  else if (Array.isArray(value) && path.length < 20)
    for (const [index, inner] of value.entries())
      yield* toTexts(inner, [...path, index]);
  else if (typeof value === "object" && value && path.length < 20)
    for (const [name, inner] of Object.entries(value))
      yield* toTexts(inner, [...path, name]);
}
