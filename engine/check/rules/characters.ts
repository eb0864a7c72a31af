import { findOddCharacters } from "#files/odd-characters.ts";
import type { Rule } from "#check/rule.ts";

export const charactersRule: Rule = {
  // Described with what reading a file finds: the same rule, written another way.
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
                  problem: `The value escapes a character that nobody sees, ${odd}.`,
                  remedy: "Take the escape out.",
                  rule: "content/characters",
                },
              ]
            : [];
        }),
      ),
};

/** Every text in front matter with its path. Lists that hold themselves are refused before. */
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
