const place = Symbol.for("gatepost.live-content");

type Entries = Map<string, { id: string }>;

type LiveContent = {
  /** What pages show: Astro's store reads this map. */
  shown: Map<string, Entries>;
  /** What was read last. It is shown at once, unless Astro must first import a picture or an MDX text. */
  newest: Map<string, Entries>;
  /** Grows with every change of `shown` that Astro does not know of. */
  version: number;
  /** Whether Astro's store reads `shown`; false until it has been compiled. */
  isUsed: boolean;
};

const shared = globalThis as { [place]?: LiveContent };

/** Kept on `globalThis`: Node reads the content, and Vite's copy of this module shows it. */
export const liveContent: LiveContent = (shared[place] ??= {
  shown: new Map(),
  newest: new Map(),
  version: 0,
  isUsed: false,
});

/** Shows what was read last; called when Astro has imported what it needs. */
export function showNewest(): LiveContent["shown"] {
  for (const [name, entries] of liveContent.newest)
    liveContent.shown.set(name, entries);
  return liveContent.shown;
}
