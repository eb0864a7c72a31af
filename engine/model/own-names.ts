import { toWriterError } from "#files/writer-error.ts";
import { toHint, toSuggestion } from "./suggestion.ts";

const place = Symbol.for("gatepost.own-names");
const shared = globalThis as {
  [place]?: Map<string, { title: string; hasPages: boolean }>;
};

/** The own collections, by name. On `globalThis`: Node reads the definitions, and pages are bundled without them. */
export const ownNames = (shared[place] ??= new Map());

/** @throws the writer's error if there is no own collection with a name: Astro would return no entries */
export function requireOwn(name: string): void {
  if (!ownNames.has(name))
    throw toWriterError(
      `getEntries: there is no collection "${name}" in src/collections.ts.${toHint(toSuggestion(name, [...ownNames.keys()]))}`,
    );
}
