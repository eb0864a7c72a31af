import { globSync } from "node:fs";
import { join } from "node:path";
import { basename, dirname } from "node:path/posix";
import type { Finding } from "#files/finding.ts";
import {
  componentFolder,
  listComponents,
  ownComponentFolder,
  replaceable,
} from "#files/replaceable.ts";
import { toHint, toSuggestion } from "#model/suggestion.ts";
import { atTop, type Rule } from "#check/rule.ts";

/** A file in src/components replaces the engine component of the same name. */
export const ownComponentRule: Rule = {
  warnings: {
    "own/component":
      "A file in src/components named like an engine component, or almost like one, replaces a replaceable one.",
  },
  check: ({ root }) => {
    const others = listComponents(componentFolder).filter(
      (name) => !replaceable.includes(name),
    );
    return globSync("**/*.astro", { cwd: join(root, ownComponentFolder) })
      .map((path) => `${ownComponentFolder}/${path}`.replaceAll("\\", "/"))
      .flatMap((file) => checkName(file, others));
  },
};

function checkName(file: string, others: readonly string[]): Finding[] {
  const name = basename(file, ".astro");
  const report = (problem: string, remedy: string) => [
    atTop(file, { problem, remedy, rule: "own/component" }),
  ];
  if (replaceable.includes(name))
    return dirname(file) === ownComponentFolder
      ? []
      : report(
          `${name} does not replace the engine's component from this folder.`,
          `Move it to ${ownComponentFolder}/${name}.astro, or rename it.`,
        );
  const other = others.find((one) => one.toLowerCase() === name.toLowerCase());
  if (other)
    return report(
      `The engine's ${other} cannot be replaced; this file is used only where you import it.`,
      `Rename it. Components that can be replaced: ${replaceable.join(", ")}.`,
    );
  const meant = toSuggestion(name, replaceable, Math.floor(name.length / 4));
  return meant === undefined
    ? []
    : report(
        `The engine has no component ${name} to replace.${toHint(meant, "")}`,
        `Rename it to ${ownComponentFolder}/${meant}.astro, or choose a less similar name.`,
      );
}
