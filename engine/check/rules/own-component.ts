import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { basename, dirname } from "node:path/posix";
import type { Finding } from "#files/finding.ts";
import {
  componentFolder,
  listComponents,
  ownComponentFolder,
  replaceable,
} from "#files/replaceable.ts";
import { toSuggestion } from "#model/suggestion.ts";
import type { Rule } from "#check/rule.ts";

/** A file in src/components replaces the engine component of the same name. */
export const ownComponentRule: Rule = {
  words: [
    {
      name: "own/component",
      severity: "warning",
      about:
        "A file in src/components with the name of an engine component, or nearly, replaces one that can be replaced.",
    },
  ],
  check: ({ root }) => {
    const others = listComponents(componentFolder).filter(
      (name) => !replaceable.includes(name),
    );
    return listFiles(root).flatMap((file): Finding[] => {
      const issue = toIssue(file, others);
      return issue
        ? [{ file, line: 1, column: 1, ...issue, rule: "own/component" }]
        : [];
    });
  },
};

function toIssue(
  file: string,
  others: readonly string[],
): Pick<Finding, "problem" | "remedy"> | undefined {
  const name = basename(file, ".astro");
  const isTop = dirname(file) === ownComponentFolder;
  if (replaceable.includes(name))
    return isTop
      ? undefined
      : {
          problem: `${name} does not replace the engine's component from this folder.`,
          remedy: `Move it to ${ownComponentFolder}/${name}.astro, or rename it.`,
        };
  const other = others.find((one) => one.toLowerCase() === name.toLowerCase());
  if (other)
    return {
      problem: `The engine's ${other} cannot be replaced; this file is used only where you import it.`,
      remedy: `Rename it. Components that can be replaced: ${replaceable.join(", ")}.`,
    };
  const meant = toSuggestion(name, replaceable, Math.floor(name.length / 4));
  return meant === undefined
    ? undefined
    : {
        problem: `The engine has no component ${name} to replace. Did you mean ${meant}?`,
        remedy: `Rename it to ${ownComponentFolder}/${meant}.astro, or choose a less similar name.`,
      };
}

/** The components below `src/components/`, from the publication's root. */
function listFiles(root: string): string[] {
  const folder = join(root, ownComponentFolder);
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map((path) => `${ownComponentFolder}/${path}`.replaceAll("\\", "/"))
        .filter((path) => path.endsWith(".astro"))
        .sort()
    : [];
}
