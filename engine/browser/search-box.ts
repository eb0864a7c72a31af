import {
  sharesWords,
  toCount,
  toDay,
  toParameters,
  toPieces,
  toQuestion,
} from "./search-words.ts";

/** Of Pagefind's own interface, what we use. */
type Pagefind = {
  options(options: object): Promise<void>;
  debouncedSearch(
    words: string | null,
    options: object,
    milliseconds: number,
  ): Promise<{ results: Result[] } | null>;
  destroy(): Promise<void>;
};
type Result = {
  data(): Promise<{
    url: string;
    excerpt: string;
    content: string;
    meta: Record<"title" | "description" | "day" | "state", string>;
    filters: { category?: string[] };
  }>;
};

/** Results that are shown at first, and with each press of the button. */
const portion = 10;

let pagefind: Promise<Pagefind> | undefined;
let tries = 0;
const load = (folder: string): Promise<Pagefind> =>
  (pagefind ??= (async () => {
    // A browser remembers a file that it could not load: at another address it asks again.
    const address = `${folder}pagefind.js${tries++ ? `?${tries}` : ""}`;
    const program = (await import(/* @vite-ignore */ address)) as Pagefind;
    await program.options({
      // A day is there to be shown; it makes no article a better answer.
      ranking: { metaWeights: { day: 0 } },
      excerptEllipsis: "…",
    });
    return program;
  })());
/** What failed once has to start again. */
const forget = async () => {
  const program = await pagefind?.catch(() => undefined);
  pagefind = undefined;
  await program?.destroy();
};

/**
 * Makes the search of `SearchBox.astro` work: answers as the reader types, filters, and moves between the answers by
 * arrow keys. On the page of its own it keeps the address to what is asked; elsewhere Enter leads to that page.
 */
export function startSearch(form: HTMLFormElement, isPage: boolean): void {
  const find = <T extends Element>(selector: string) =>
    form.querySelector<T>(selector)!;
  const field = find<HTMLInputElement>("input");
  const status = find<HTMLElement>("[role=status]");
  const nothing = find<HTMLElement>(".nothing");
  const list = find<HTMLElement>("ol");
  const more = find<HTMLButtonElement>(".more");
  const row = find<HTMLTemplateElement>("template").content;
  const folder = form.dataset.index!;

  let turn = 0;
  let waiting: Result[] = [];

  const ask = () => toQuestion(new FormData(form));
  const say = (text: string, isNothing = false) => {
    status.textContent = text;
    nothing.hidden = !isNothing;
  };
  const toRow = async (result: Result) => {
    const { url, excerpt, meta, filters } = await result.data();
    const item = row.cloneNode(true) as DocumentFragment;
    const link = item.querySelector("a")!;
    link.href = url;
    link.textContent = meta.title;
    const pieces = toPieces(excerpt);
    // Where only the title or the description has the words, the description says more than the first lines.
    item.querySelector(".excerpt")!.append(
      ...(pieces.length > 1 ? pieces : [meta.description]).map(
        (piece, index) => {
          if (index % 2 === 0) return piece;
          const mark = document.createElement("mark");
          mark.textContent = piece;
          return mark;
        },
      ),
    );
    const { iso, text } = toDay(meta.day);
    const time = item.querySelector("time")!;
    time.dateTime = iso;
    time.textContent = text;
    const category = find<HTMLOptionElement>(
      `[name=category] [value="${filters.category?.[0]}"]`,
    );
    item.querySelector(".category")!.textContent = category.text;
    const state = item.querySelector("strong")!;
    if (meta.state) state.textContent = meta.state;
    else state.remove();
    return item;
  };
  const show = async (results: Result[], mine: number) => {
    const rows = await Promise.all(results.slice(0, portion).map(toRow));
    if (mine !== turn) return;
    waiting = results.slice(portion);
    list.append(...rows);
    more.hidden = waiting.length === 0;
  };
  const answer = async () => {
    const mine = ++turn;
    const question = ask();
    const { q, category, tag } = question;
    if (isPage)
      history.replaceState(
        history.state,
        "",
        location.pathname + toParameters(question),
      );
    if (!q && !category && !tag) {
      list.replaceChildren();
      more.hidden = true;
      return say("");
    }
    try {
      const found = await (
        await load(folder)
      ).debouncedSearch(
        q || null,
        {
          filters: { ...(category && { category }), ...(tag && { tag }) },
          sort: q ? {} : { time: "desc" },
        },
        120,
      );
      if (!found || mine !== turn) return;
      const best = await found.results[0]?.data();
      if (mine !== turn) return;
      const isMeant =
        best &&
        sharesWords(q, [best.content, ...Object.values(best.meta)].join(" "));
      const results = isMeant ? found.results : [];
      const isNothing = results.length === 0;
      list.replaceChildren();
      await show(results, mine);
      if (mine !== turn) return;
      say(
        isNothing
          ? q
            ? `Nothing found for “${q}”.`
            : "Nothing found."
          : toCount(results.length),
        isNothing,
      );
    } catch (error) {
      console.error(error);
      await forget();
      if (mine !== turn) return;
      list.replaceChildren();
      more.hidden = true;
      say("The search could not be loaded. Try again in a moment.", true);
    }
  };
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.indexOf(event.target as HTMLAnchorElement);
    if (!step || at < 0) return;
    event.preventDefault();
    stops[at + step]?.focus();
  };

  form.addEventListener("focusin", () => void load(folder).catch(() => {}), {
    once: true,
  });
  form.addEventListener("input", answer);
  form.addEventListener("keydown", move);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isPage) answer();
    else location.assign(form.action + toParameters(ask()));
  });
  more.addEventListener("click", async () => {
    const shown = list.children.length;
    await show(waiting, turn);
    list.children[shown]?.querySelector("a")?.focus();
  });

  if (isPage) {
    // Before the script was there the reader may have written something: that is newer than the address.
    const question = toQuestion(new URLSearchParams(location.search));
    field.value ||= question.q;
    for (const name of ["category", "tag"] as const)
      find<HTMLSelectElement>(`[name=${name}]`).value ||= question[name];
  }
  answer();
}
