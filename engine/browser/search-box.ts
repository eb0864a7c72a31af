import { toExcerpt } from "#search/excerpt.ts";
import { fromIndexed } from "#search/index-words.ts";
import { findArticles, type Pagefind, type Result } from "./find-articles.ts";
import { toCount, toDay, toQuestion } from "./search-words.ts";

const pageSize = 10;

/** The only program that trusted types let a page start (see decision 0004). */
let worker: string | undefined;
(globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  "default",
  { createScriptURL: (url) => (url === worker ? url : null) },
);
type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string | null },
  ): void;
};

let pagefind: Promise<Pagefind> | undefined;
let tries = 0;
const load = (folder: string): Promise<Pagefind> =>
  (pagefind ??= (async () => {
    worker = `${folder}pagefind-worker.js`;
    // Browsers cache a failed import, so a retry needs a new address.
    const address = `${folder}pagefind.js${tries++ ? `?${tries}` : ""}`;
    const program = (await import(/* @vite-ignore */ address)) as Pagefind;
    await program.options({
      // Shown, but must not affect the ranking; a description repeats what the text says.
      ranking: { metaWeights: { day: 0, description: 0, kind: 0 } },
    });
    return program;
  })());
/** Discards a Pagefind that failed, so that the next search loads it again. */
const forget = async () => {
  const program = await pagefind?.catch(() => undefined);
  pagefind = undefined;
  await program?.destroy();
};

/** Makes the form of `routes/search.astro` work. The search page keeps the query in its address; Enter goes there. */
function startSearch(form: HTMLFormElement, isPage: boolean): void {
  const find = <T extends Element>(selector: string) =>
    form.querySelector<T>(selector)!;
  const field = find<HTMLInputElement>("input");
  const list = find("ol");
  const more = find<HTMLButtonElement>(".more");
  const row = find<HTMLTemplateElement>("template").content;
  const folder = form.dataset.index!;
  const language = document.documentElement.lang;

  let turn = 0;
  let waiting: Result[] = [];

  const toRow = async (result: Result) => {
    const { url, content, meta, filters } = await result.data();
    const item = row.cloneNode(true) as DocumentFragment;
    const [link, text, category, state] = [
      ...item.querySelectorAll("a, .excerpt, span, strong"),
    ] as [HTMLAnchorElement, Element, Element, Element];
    link.href = url;
    link.textContent = fromIndexed(meta.title);
    // If only the title or description matches, the description is more useful than the first lines.
    const excerpt = toExcerpt(content, result.matches);
    const pieces =
      excerpt.length > 1 ? excerpt : [fromIndexed(meta.description)];
    text.append(
      ...pieces.map((piece, index) => {
        if (index % 2 === 0) return piece;
        const mark = document.createElement("mark");
        mark.textContent = piece;
        return mark;
      }),
    );
    category.textContent = meta.day
      ? find<HTMLOptionElement>(
          `[name=category] [value="${filters.category?.[0]}"]`,
        ).text
      : fromIndexed(meta.kind ?? "");
    if (meta.day) {
      const time = document.createElement("time");
      [time.dateTime, time.textContent] = toDay(meta.day, language);
      category.after(time);
    }
    if (meta.state) state.textContent = fromIndexed(meta.state);
    else state.remove();
    return item;
  };
  const isArticle = (row: ParentNode) => !!row.querySelector("time");
  const toRows = (results: Result[]) =>
    Promise.all(results.slice(0, pageSize).map(toRow));
  const add = (rows: Node[], results: Result[]) => {
    list.append(...rows);
    waiting = results.slice(pageSize);
    more.hidden = waiting.length === 0;
  };
  const answer = async () => {
    const mine = ++turn;
    const question = toQuestion(new FormData(form));
    const { q = "", ...filters } = Object.fromEntries(question);
    if (isPage)
      history.replaceState(
        history.state,
        "",
        `${location.pathname}${question.size > 0 ? `?${question}` : ""}`,
      );
    let results: Result[] = [];
    let rows: DocumentFragment[] = [];
    let message = "";
    try {
      if (question.size > 0) {
        const program = await load(folder);
        await new Promise((done) => setTimeout(done, 120));
        if (mine !== turn) return;
        results = await findArticles(program, q, { filters }, language);
        rows = await toRows(results);
        message =
          results.length > 0
            ? toCount(results.length, language, rows.every(isArticle))
            : `No results${q && ` for “${q}”`}`;
      }
    } catch (error) {
      console.error(error);
      await forget();
      results = [];
      message = "Search could not be loaded. Please try again.";
    }
    if (mine !== turn) return;
    list.replaceChildren();
    add(rows, results);
    find("[role=status]").textContent = message;
    find<HTMLElement>(".nothing").hidden = !message || results.length > 0;
  };

  form.addEventListener("focusin", () => void load(folder).catch(() => {}), {
    once: true,
  });
  form.oninput = answer;
  form.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.indexOf(event.target as HTMLAnchorElement);
    if (!step || at < 0) return;
    event.preventDefault();
    stops[at + step]?.focus();
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    if (isPage) answer();
    else location.assign(`${form.action}?${toQuestion(new FormData(form))}`);
  };
  more.onclick = async () => {
    const mine = turn;
    const rows = await toRows(waiting);
    if (mine !== turn) return;
    const [first] = rows.map((item) => item.querySelector("a"));
    add(rows, waiting);
    first?.focus();
  };

  if (isPage) {
    // Text typed before the script loaded is newer than the query in the address.
    const question = new URLSearchParams(location.search);
    for (const name of ["q", "category", "tag"])
      find<HTMLInputElement>(`[name=${name}]`).value ||=
        question.get(name)?.trim() ?? "";
  }
  answer();
}

const here = document.querySelector<HTMLFormElement>("form[data-index]");
if (here) startSearch(here, true);
let dialog: Promise<HTMLDialogElement> | undefined;

/** Opens a dialog with the search page's form and what was typed meanwhile, or goes to that page if loading fails. */
export async function openSearch(
  link: HTMLAnchorElement,
  isAsked: boolean,
  typed: () => string,
): Promise<void> {
  if (here) {
    if (isAsked) here.querySelector("input")?.focus();
    return;
  }
  try {
    const opened = await (dialog ??= makeDialog(link.href));
    opened.showModal();
    const field = opened.querySelector("input");
    if (!field || !typed()) return;
    field.value += typed();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  } catch {
    location.assign(link.href);
  }
}

async function makeDialog(address: string): Promise<HTMLDialogElement> {
  const page = await fetchPage(address);
  const form = document.adoptNode(
    page.querySelector<HTMLFormElement>("form[data-index]")!,
  );
  // In dev each page carries its own styles; a build has one style sheet for all pages.
  document.head.append(...page.querySelectorAll("style"));

  const dialog = document.createElement("dialog");
  dialog.className = "search";
  dialog.ariaLabel = "Search";
  dialog.setAttribute("closedby", "any");
  dialog.append(form);
  document.body.append(dialog);
  const close = form.querySelector<HTMLButtonElement>(".close")!;
  close.hidden = false;
  close.addEventListener("click", () => dialog.close());
  // By default Escape would only clear the field.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  startSearch(form, false);
  return dialog;
}

/** Fetches a page as a document. Unlike `DOMParser`, this never turns a string into HTML. */
const fetchPage = (address: string) =>
  new Promise<Document>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onload = () =>
      request.status === 200
        ? resolve(request.responseXML!)
        : reject(new Error(request.statusText));
    request.onerror = reject;
    request.send();
  });
