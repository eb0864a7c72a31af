import { startSearch } from "./search-box.ts";

const here = document.querySelector<HTMLFormElement>("form[data-index]");
if (here) startSearch(here, true);
let dialog: Promise<HTMLDialogElement> | undefined;

/**
 * Opens the search over the page. What it looks like is taken from its own page; where that fails, it leads there. On
 * that page it stands open, and is gone to when a reader asked for it.
 * @param typed what was typed while it was loaded
 */
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
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  const page = new DOMParser().parseFromString(
    await response.text(),
    "text/html",
  );
  const form = document.adoptNode(
    page.querySelector<HTMLFormElement>("form[data-index]")!,
  );
  // A build has one style sheet for all pages; the dev server puts into each page what that one needs.
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
  // In a search field Escape would only empty the field.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  startSearch(form, false);
  return dialog;
}
