import { resolve } from "node:path";
import type { ContentCache } from "#files/content.ts";
import { checkContent } from "./check-content.ts";

export type Checked = Awaited<ReturnType<typeof checkContent>>;

type Follower = (checked: Checked) => Promise<void>;

/** The checks of one publication. Steps run one at a time, so that followers are never called concurrently. */
export type Checker = ReturnType<typeof makeChecker>;

const checkers = new Map<string, Checker>();

/** The checker of a root, shared by the loader and the overlay. */
export function checkerOf(root: string): Checker {
  const known = checkers.get(resolve(root)) ?? makeChecker(resolve(root));
  checkers.set(resolve(root), known);
  return known;
}

function makeChecker(root: string) {
  const cache: ContentCache = new Map();
  const followers = new Map<string, Follower>();
  let newest: Checked | undefined;
  let asked = 0;
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const done = queue.then(step);
    queue = done.catch(() => undefined);
    return done;
  };
  return {
    /** The files read before: may be filled from an earlier process before the first check. */
    cache,
    /** The latest result, or the first. */
    check: () =>
      inTurn(async () => (newest ??= await checkContent(root, cache))),
    /** Checks again and calls every follower. Resolves to undefined if a later call supersedes it. */
    checkAgain() {
      const mine = ++asked;
      return inTurn(async () => {
        if (mine < asked) return undefined;
        const checked = (newest = await checkContent(root, cache));
        if (mine < asked) return undefined;
        await Promise.all(
          [...followers.values()].map((follower) => follower(checked)),
        );
        return checked;
      });
    },
    /** Calls a function with the latest result and every later one. A second with the same name replaces it. */
    follow(name: string, follower: Follower) {
      followers.set(name, follower);
      return inTurn(async () =>
        follower((newest ??= await checkContent(root, cache))),
      );
    },
  };
}
