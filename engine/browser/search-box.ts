import {
  sharesWords,
  toCount,
  toDay,
  toParameters,
  toPieces,
  toQuestion,
} from "./search-words.ts";

/** The part of Pagefind's API that we use. */
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

/** How many results to show at first, and to add each time. */
const pageSize = 10;

let pagefind: Promise<Pagefind> | undefined;
let tries = 0;
const load = (folder: string): Promise<Pagefind> =>
  (pagefind ??= (async () => {
    // Browsers cache a failed import, so a retry needs a new address.
    const address = `${folder}pagefind.js${tries++ ? `?${tries}` : ""}`;
    const program = (await import(/* @vite-ignore */ address)) as Pagefind;
    await program.options({
      // Dates are shown, but must not affect the ranking.
      ranking: { metaWeights: { day: 0 } },
      excerptEllipsis: "…",
    });
    return program;
  })());
/** Discards a Pagefind that failed, so that the next search loads it again. */
const forget = async () => {
  const program = await pagefind?.catch(() => undefined);
  pagefind = undefined;
  await program?.destroy();
};

/**
 * Makes the form of `SearchBox.astro` work: searches as the reader types, applies filters, and moves between results with
 * the arrow keys. On the search page it keeps the query in the address; elsewhere Enter goes to that page.
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
    // If only the title or description matches, the description is more useful than the first lines.
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
    const rows = await Promise.all(results.slice(0, pageSize).map(toRow));
    if (mine !== turn) return;
    waiting = results.slice(pageSize);
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
            ? `No results for “${q}”`
            : "No results"
          : toCount(results.length),
        isNothing,
      );
    } catch (error) {
      console.error(error);
      await forget();
      if (mine !== turn) return;
      list.replaceChildren();
      more.hidden = true;
      say("Search could not be loaded. Please try again.", true);
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
    // Text typed before the script loaded is newer than the query in the address.
    const question = toQuestion(new URLSearchParams(location.search));
    field.value ||= question.q;
    for (const name of ["category", "tag"] as const)
      find<HTMLSelectElement>(`[name=${name}]`).value ||= question[name];
  }
  answer();
}
