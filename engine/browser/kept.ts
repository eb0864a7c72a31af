import { storageKey } from "./facts/storage-key.ts";

/** An article by its address, as a link on this site says it. */
export interface Entry {
  address: string;
  title?: string;
  /** Of a place: the section that was being read. */
  id?: string;
  heading?: string;
}
/** The oldest entries stand first. */
export interface Kept {
  /** "" follows the system. */
  theme: "" | "light" | "dark";
  saved: Entry[];
  read: Entry[];
  places: Entry[];
}

/** No list grows longer: room for years of reading, some 40 kB. */
export const most = 200;

/** What is kept; nothing where a browser keeps nothing, or somebody else wrote there. */
export function readKept(): Kept {
  let kept: Partial<Kept> = {};
  try {
    kept = Object(JSON.parse(localStorage.getItem(storageKey) ?? ""));
  } catch {}
  const list = (entries?: Entry[]) =>
    Array.isArray(entries) ? entries.filter((entry) => entry?.address) : [];
  return {
    theme: kept.theme ?? "",
    saved: list(kept.saved),
    read: list(kept.read),
    places: list(kept.places),
  };
}

/** Writes what an edit gives, and tells every part of the page; false if the browser has no room for it. */
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

/** Calls now and whenever what is kept may have changed: here, in another tab, while this page lay in the history. */
export function whenKept(show: () => void): void {
  show();
  for (const type of [storageKey, "storage", "pageshow"])
    addEventListener(type, show);
}

export const has = (list: Entry[], address: string): boolean =>
  list.some((entry) => entry.address === address);

export const without = (list: Entry[], address: string): Entry[] =>
  list.filter((entry) => entry.address !== address);

/** The entry comes last; in a full list the oldest goes. */
export const withEntry = (list: Entry[], entry: Entry): Entry[] =>
  [...without(list, entry.address), entry].slice(-most);
