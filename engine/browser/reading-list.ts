import { keep, readKept, whenKept, without, type Entry } from "./kept.ts";
import { storageKey } from "./facts/storage-key.ts";

/** The page that shows what is kept, gives it out and forgets it. Loaded by page.ts there alone. */
const root = document.querySelector<HTMLElement>("[data-reading-list]")!;
const find = <T extends HTMLElement>(name: string) =>
  root.querySelector<T>(`[data-${name}]`)!;
const template = root.querySelector("template")!;
find("without").remove();
template.replaceWith(template.content);
const row = find<HTMLTemplateElement>("row");
const undo = find<HTMLButtonElement>("undo");
let before: [name: string, text: string][];

/** All this site keeps on the device; what else its host keeps there is not ours. The checklists' keys are checklist.ts's. */
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

/** Does it, says so, and lets the reader have it back. */
function change(said: string, edit: () => void): void {
  before = takeAll();
  edit();
  find("said").textContent = said;
  undo.hidden = false;
}
undo.onclick = () => {
  replaceAll(before);
  find("said").textContent = "It is back.";
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

/** Where a saved article is; whatever somebody else wrote into the store, an address of this site. */
const toUrl = ({ address, id }: Entry) =>
  location.origin +
  new URL(address, location.origin).pathname +
  (id ? `#${id}` : "");

whenKept(() => {
  const { read, theme } = readKept();
  const saved = show("saved");
  const places = show("places");
  find("empty").hidden = saved > 0;
  find("begun").hidden = places === 0;
  const lists = takeAll().filter(([name]) => name !== storageKey).length;
  const lines = [
    [saved, `Articles you saved: ${saved}`],
    [places, `Articles you have begun, with the place: ${places}`],
    [read.length, `Articles you read to the end: ${read.length}`],
    [lists, `Articles with tasks you ticked: ${lists}`],
    [theme, `The theme you chose: ${theme}`],
  ].flatMap(([isKept, line]) => (isKept ? [line as string] : []));
  find("summary").replaceChildren(
    ...(lines.length > 0 ? lines : ["Nothing is kept."]).map((line) => {
      const item = document.createElement("li");
      item.textContent = line;
      return item;
    }),
  );
});

find("export").onclick = () => {
  const { saved, places, read, theme } = readKept();
  const toItem = (entry: Entry) => ({ title: entry.title, url: toUrl(entry) });
  const text = JSON.stringify(
    {
      saved: saved.map(toItem),
      begun: places.map(toItem),
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
  change("Everything this site kept on this device is gone.", () =>
    replaceAll([]),
  );
  undo.focus();
};
