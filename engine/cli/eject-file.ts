import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import {
  ownComponentFolder,
  readPurpose,
  replaceable,
} from "#files/replaceable.ts";
import { listRoutes, toOwnRoute } from "#files/routes.ts";
import { toSuggestion } from "#model/suggestion.ts";
import { Refusal, type Plan } from "./plan.ts";

/** A route or component of the engine that a publication can replace. */
type Ejectable = {
  kind: "route" | "component";
  name: string;
  /** What it is for, in a line. */
  purpose: string;
  /** Its file in the engine, from there. */
  from: string;
  /** The file that replaces it, from the publication's root. */
  to: string;
  /** Whether the publication has that file. */
  isOwn: boolean;
};

const engine = join(import.meta.dirname, "..");

/** Every route, then every replaceable component. */
export const listEjectable = (root: string): Ejectable[] =>
  [
    ...listRoutes().map((route) => ({
      kind: "route" as const,
      name: route.file.replace(/\.(?:astro|[jt]s)$/, ""),
      from: `routes/${route.file}`,
      to: toOwnRoute(route),
    })),
    ...replaceable.map((name) => ({
      kind: "component" as const,
      name,
      from: `components/${name}.astro`,
      to: `${ownComponentFolder}/${name}.astro`,
    })),
  ].map((one) => ({
    ...one,
    purpose: readPurpose(join(engine, one.from)),
    isOwn: existsSync(join(root, one.to)),
  }));

/** The list for people: a name and its purpose a line. */
export function toList(all: readonly Ejectable[]): string {
  const width = Math.max(...all.map(({ name }) => name.length));
  const toLines = (wanted: Ejectable["kind"]) =>
    all
      .filter(({ kind }) => kind === wanted)
      .map(
        ({ name, purpose, isOwn }) =>
          `  ${name.padEnd(width)}  ${purpose}${isOwn ? " (yours)" : ""}`,
      );
  return [
    "Routes, copied to src/pages/:",
    ...toLines("route"),
    "",
    "Components, copied to src/components/:",
    ...toLines("component"),
    "",
    "Next: npm run eject -- NAME",
  ].join("\n");
}

/** @throws a Refusal for a name that is not on the list, and for a file that is there already. */
export function planEjecting(root: string, name: string): Plan {
  const all = listEjectable(root);
  const found = all.find((one) => one.name === name);
  if (!found) {
    const meant = toSuggestion(
      name,
      all.map((one) => one.name),
    );
    throw new Refusal(
      `There is no route and no replaceable component ${name}.${meant ? ` Did you mean ${meant}?` : ""}\nEvery one of them: npm run eject`,
      2,
    );
  }
  const { kind, from, to, isOwn } = found;
  if (isOwn)
    throw new Refusal(
      `${to} is there already and replaces the engine's. To copy the engine's again, move yours away first.`,
    );
  const text = toOwnText(readFileSync(join(engine, from), "utf8"), from);
  return {
    writes: new Map([[to, text]]),
    messages: [
      `${to} replaces the engine's ${kind} ${name} from now on.`,
      `Updates of the engine no longer change it. Delete ${to} to go back to the engine's.`,
    ],
    next: `change ${to}, and look at it: npm run dev`,
    facts: { kind, name, from: `gatepost/${from}` },
  };
}

/** The text of an engine file with its imports as a publication writes them: "#urls.ts" becomes "gatepost/urls.ts". */
const toOwnText = (text: string, from: string): string =>
  text.replace(
    /(\b(?:from|import)\s*)"(#|\.{1,2}\/)([^"]+)"/g,
    (_, before: string, prefix: string, path: string) =>
      `${before}"gatepost/${prefix === "#" ? path : posix.join(posix.dirname(from), prefix, path)}"`,
  );
