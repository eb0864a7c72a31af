import type { RuleWords } from "./rule.ts";

/** The rules that only `npm run check` applies, in `spelling.ts`: the build and `npm run dev` do not wait for a dictionary. */
export const spellingRules: readonly RuleWords[] = [
  {
    name: "text/spelling",
    severity: "warning",
    about:
      "Every word that readers see is in the dictionary of an English `language` or in docs/words.txt; a `cspell.json` in the root replaces the engine's settings, and is needed for other languages. Only `npm run check` looks.",
  },
  {
    name: "text/house-spelling",
    severity: "warning",
    about:
      "Of two spellings the publication uses one: `flagWords` in its `cspell.json`. Only `npm run check` looks.",
  },
];
