import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Finding } from "#articles/read.ts";
import { toSuggestion } from "#articles/words.ts";
import type { Rule } from "../rule.ts";

const componentFolder = "src/components/prose";

export const mdxRule: Rule = {
  words: [
    {
      name: "article/mdx",
      severity: "error",
      about: "MDX can be read, and whatever it uses is imported and there.",
    },
  ],
  check: ({ root, collections }) => {
    const components = existsSync(join(root, componentFolder))
      ? readdirSync(join(root, componentFolder)).map((name) =>
          name.replace(/\.astro$/, ""),
        )
      : [];
    const toChoose = `${[`one of the components in ${componentFolder}/`, components.join(", ")].filter(Boolean).join(": ")}.`;
    return collections.articles.flatMap((source) => {
      const { failure, strangers, imports } = source.contents;
      const refuse = (
        place: { line: number; column: number },
        problem: string,
        remedy: string,
      ): Finding => ({
        file: source.file,
        line: place.line + source.linesBefore,
        column: place.column,
        problem,
        remedy,
        rule: "article/mdx",
      });
      if (failure)
        return [
          refuse(
            failure,
            `MDX cannot read this: ${failure.message}.`,
            "Close every tag and every {; write \\{ and &lt; for the signs themselves.",
          ),
        ];
      const unknown = strangers.map((stranger) => {
        const known = toSuggestion(stranger.name, components);
        return refuse(
          stranger,
          `Nothing imports <${stranger.name}>.`,
          known
            ? `Write import ${known} from "#components/prose/${known}.astro"; above it${known === stranger.name ? "" : `, and <${known}>`}.`
            : `Use ${toChoose}`,
        );
      });
      const missing = imports
        .filter(({ from }) => {
          const path = from.startsWith("#")
            ? join("src", from.slice(1))
            : from.startsWith(".")
              ? join(dirname(source.file), from)
              : undefined;
          return path !== undefined && !existsSync(join(root, path));
        })
        .map((place) =>
          refuse(
            place,
            `There is no ${place.from} to import.`,
            `Import ${toChoose}`,
          ),
        );
      return [...unknown, ...missing];
    });
  },
};
