import type { RuleWords } from "./rule.ts";

/** What `npm run check` alone looks for, in `spelling.ts`: the build and `npm run dev` do not wait for a dictionary. */
export const spellingWords: readonly RuleWords[] = [
  {
    name: "text/spelling",
    severity: "warning",
    about:
      "Every word that readers see is in a British dictionary or in docs/words.txt. Only `npm run check` looks.",
  },
  {
    name: "text/house-spelling",
    severity: "warning",
    about:
      "Of two spellings the one of docs/style.md is used. Only `npm run check` looks.",
  },
];
