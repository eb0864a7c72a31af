import { keep, readKept, whenKept, without, type Entry } from "./kept.ts";

/** The reading list page: shows, exports and clears saved data. page.ts loads this on that page only. */
const root = document.querySelector<HTMLElement>("[data-reading-list]")!;
const find = <T extends HTMLElement>(name: string) =>
  root.querySelector<T>(`[data-${name}]`)!;
const template = root.querySelector("template")!;
find("without").remove();
template.replaceWith(template.content);
const row = find<HTMLTemplateElement>("row");
const undo = find<HTMLButtonElement>("undo");
let before: [name: string, text: string][];

/** This site's entries, and those of checklist.ts. Other sites on the same origin may have entries too. */
function takeAll(): typeof before {
  try {
    return Object.entries(localStorage).filter(
      ([name]) => name === storageKey || name.startsWith("checklist:"),
    );
  } catch {
    return [];
  }
}
function replaceAll(next: typeof before): void {
  for (const [name] of takeAll()) localStorage.removeItem(name);
  for (const [name, text] of next) localStorage.setItem(name, text);
  dispatchEvent(new Event(storageKey));
}

function change(message: string, edit: () => void): void {
  before = takeAll();
  edit();
  find("status").textContent = message;
  undo.hidden = false;
}
undo.onclick = () => {
  replaceAll(before);
  find("status").textContent = "Restored.";
  undo.hidden = true;
  root.querySelector<HTMLElement>("h1")!.focus();
};

const show = (name: "saved" | "places") => {
  const entries = readKept()[name].toReversed();
  const list = find(name);
  list.replaceChildren(
    ...entries.map((entry, index) => {
      const item = row.content.cloneNode(true) as DocumentFragment;
      const link = item.querySelector("a")!;
      link.textContent = entry.title || entry.address;
      link.href = toUrl(entry);
      const button = item.querySelector("button")!;
      button.ariaLabel = `Remove: ${link.textContent}`;
      button.onclick = () => {
        change(`Removed: ${link.textContent}.`, () =>
          keep({ [name]: without(readKept()[name], entry.address) }),
        );
        const left = list.querySelectorAll("button");
        (left[index] ?? left[index - 1] ?? undo).focus();
      };
      return item;
    }),
  );
  return entries.length;
};

/** The URL of a saved article: always on this site, even if something else wrote to the storage. */
const toUrl = ({ address, id }: Entry) =>
  location.origin +
  new URL(address, location.origin).pathname +
  (id ? `#${id}` : "");

whenKept(() => {
  const { read, theme, ads } = readKept();
  const saved = show("saved");
  const places = show("places");
  find("empty").hidden = saved > 0;
  find("started").hidden = places === 0;
  const lists = takeAll().filter(([name]) => name !== storageKey).length;
  const lines = [
    [saved, `Saved articles:  ${saved}`],
    [places, `Reading positions saved:  ${places}`],
    [read.length, `Articles read:  ${read.length}`],
    [lists, `Checklists with ticked items:  ${lists}`],
    [theme, `Theme:  ${theme}`],
    [ads, `Advertisements allowed:  ${ads}`],
  ].flatMap(([isKept, line]) => (isKept ? [line as string] : []));
  find("summary").replaceChildren(
    ...(lines.length > 0 ? lines : ["Nothing is stored on this device."]).map(
      (line) => {
        const item = document.createElement("li");
        item.textContent = line;
        return item;
      },
    ),
  );
});

find("export").onclick = () => {
  const { saved, places, read, theme } = readKept();
  const toItem = (entry: Entry) => ({ title: entry.title, url: toUrl(entry) });
  const text = JSON.stringify(
    {
      saved: saved.map(toItem),
      started: places.map(toItem),
      read: read.map(toUrl),
      theme: theme || "system",
    },
    null,
    2,
  );
  const link = document.createElement("a");
  link.href = URL.createObjectURL(
    new Blob([text], { type: "application/json" }),
  );
  link.download = "reading-list.json";
  link.click();
  URL.revokeObjectURL(link.href);
};
find("clear").onclick = () => {
  change("All saved data removed from this device.", () => replaceAll([]));
  undo.focus();
};
