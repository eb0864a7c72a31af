import { liveContent } from "./live-content.ts";
import { noteQuery } from "./queries.ts";

/** True only in the dev server: set by the command in `check/overlay.ts`. */
declare const __WRITING__: boolean;

/** Computes something once per build; in dev, once per change of the content. */
export const once = <T>(compute: () => Promise<T>): (() => Promise<T>) => {
  let result: Promise<T> | undefined;
  let version: number | undefined;
  return () => {
    noteQuery();
    if (__WRITING__ && version !== liveContent.version) result = undefined;
    ({ version } = liveContent);
    return (result ??= compute());
  };
};
