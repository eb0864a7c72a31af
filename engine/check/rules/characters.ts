import { findOddCharacters } from "#files/odd-characters.ts";
import type { Path } from "#model/schema-paths.ts";
import { atField, filesOf, type Rule } from "#check/rule.ts";

/** Escaped characters; unescaped ones are reported while reading. */
export const charactersRule: Rule = {
  check: (content) =>
    filesOf(content)
      .filter(({ yaml }) => yaml.includes("\\"))
      .flatMap((source) =>
        [...toTexts(source.data, [])].flatMap(({ path, text }) => {
          const odd = !text.isWellFormed()
            ? "half of a character"
            : findOddCharacters(text)[0]?.character;
          return odd
            ? atField(source, path, {
                problem: `The value contains an escaped invisible character, ${odd}.`,
                remedy: "Remove the escape.",
                rule: "content/characters",
              })
            : [];
        }),
      ),
};

/** Every string in front matter with its path. The depth limit protects against circular lists. */
export function* toTexts(
  value: unknown,
  path: Path,
): Generator<{ path: Path; text: string }> {
  if (typeof value === "string") yield { path, text: value };
  else if (typeof value === "object" && value && path.length < 20)
    for (const [name, inner] of Object.entries(value))
      yield* toTexts(inner, [
        ...path,
        Array.isArray(value) ? Number(name) : name,
      ]);
}
