import { resolve } from "node:path";
import type { ContentCache } from "#files/content.ts";
import { checkContent } from "./check-content.ts";

export type Checked = Awaited<ReturnType<typeof checkContent>>;

/** The content of a publication, read and checked once for all who ask, and once more when a file changes. */
export type Checker = {
  /** The newest check; whoever asks first starts it. */
  check: () => Promise<Checked>;
  /**
   * Checks again. Resolves when every follower has what was found; undefined when a check is running already, which then
   * starts once more.
   */
  checkAgain: () => Promise<Checked | undefined>;
  /** Calls a function with what each later check finds; one function for a name. */
  follow: (name: string, follower: (checked: Checked) => Promise<void>) => void;
  /** Drops what was found and who follows, and keeps what was read of files that do not change. */
  forget: () => void;
};

const place = Symbol.for("gatepost.checkers");
const shared = globalThis as { [place]?: Map<string, Checker> };

/**
 * The one checker of a root. The collections are filled by code that Vite has bundled, and the dev server is watched by
 * code that Node has loaded: they meet in the process.
 */
export function checkerOf(root: string): Checker {
  const checkers = (shared[place] ??= new Map());
  const known = checkers.get(resolve(root)) ?? makeChecker(resolve(root));
  checkers.set(resolve(root), known);
  return known;
}

function makeChecker(root: string): Checker {
  const cache: ContentCache = new Map();
  const followers = new Map<string, (checked: Checked) => Promise<void>>();
  let newest: Promise<Checked> | undefined;
  let isChecking = false;
  let hasChanged = false;
  return {
    check: () => (newest ??= checkContent(root, cache)),
    async checkAgain() {
      hasChanged = true;
      if (isChecking) return undefined;
      isChecking = true;
      try {
        for (;;) {
          hasChanged = false;
          const checked = await (newest = checkContent(root, cache));
          if (hasChanged) continue;
          await Promise.all(
            [...followers.values()].map((follower) => follower(checked)),
          );
          if (!hasChanged) return checked;
        }
      } finally {
        isChecking = false;
      }
    },
    follow: (name, follower) => void followers.set(name, follower),
    forget() {
      newest = undefined;
      followers.clear();
    },
  };
}
