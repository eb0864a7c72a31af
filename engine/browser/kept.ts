declare global {
  /** From the script in <head>: see first.ts. */
  var storageKey: string;
}

/** An article, identified by its address as links on this site write it. */
export interface Entry {
  address: string;
  title?: string;
  /** For a reading position: the current section. */
  id?: string;
  heading?: string;
}
/** The oldest entries come first. */
export interface Kept {
  /** "" follows the system. */
  theme: "" | "light" | "dark";
  /** Whether an advertising network may be loaded; "" if the reader has not said. */
  ads: "" | "yes" | "no";
  saved: Entry[];
  read: Entry[];
  places: Entry[];
}

/** The maximum length of each list: years of reading, about 40 kB. */
export const most = 200;

/** Returns the stored data; empty if storage is blocked or its content is not ours. */
export function readKept(): Kept {
  let kept: Partial<Kept> = {};
  try {
    kept = Object(JSON.parse(localStorage.getItem(storageKey) ?? ""));
  } catch {}
  const list = (entries?: Entry[]) =>
    Array.isArray(entries) ? entries.filter((entry) => entry?.address) : [];
  return {
    theme: kept.theme ?? "",
    ads: kept.ads ?? "",
    saved: list(kept.saved),
    read: list(kept.read),
    places: list(kept.places),
  };
}

/** Stores a change and notifies the rest of the page. Returns false if the browser cannot store it. */
export function keep(edit: Partial<Kept>): boolean {
  try {
    localStorage.setItem(
      storageKey,
      JSON.stringify({ ...readKept(), ...edit }),
    );
  } catch {
    return false;
  }
  dispatchEvent(new Event(storageKey));
  return true;
}

/** Calls `show` now and whenever stored data may have changed: here, in another tab, or while this page was cached. */
export function whenKept(show: () => void): void {
  show();
  for (const type of [storageKey, "storage", "pageshow"])
    addEventListener(type, show);
}

export const has = (list: Entry[], address: string): boolean =>
  list.some((entry) => entry.address === address);

export const without = (list: Entry[], address: string): Entry[] =>
  list.filter((entry) => entry.address !== address);

/** Appends an entry; if the list is full, the oldest is dropped. */
export const withEntry = (list: Entry[], entry: Entry): Entry[] =>
  [...without(list, entry.address), entry].slice(-most);
