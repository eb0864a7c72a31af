import { startSearch } from "./search-box.ts";

const here = document.querySelector<HTMLFormElement>("form[data-index]");
if (here) startSearch(here, true);
let dialog: Promise<HTMLDialogElement> | undefined;

/**
 * Opens the search dialog with the form from the search page, or goes to that page if loading fails. On the search page
 * itself it only moves the focus.
 * @param typed the text typed while the dialog loaded
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
