/** Sorts and filters the catalogue's table, and keeps the choice in the address. */
import {
  compareRows,
  filters,
  isShown,
  readQuery,
  toQuery,
  type Row,
  type SortKey,
  type View,
} from "./filter.ts";
import { count } from "./format.ts";

const form = document.querySelector<HTMLFormElement>("[data-filters]")!;
const table = document.querySelector<HTMLTableElement>("[data-catalogue]")!;
const notice = document.querySelector("[data-count]")!;
const body = table.tBodies[0]!;
const rows = [...body.rows].map((element) => ({
  element,
  row: JSON.parse(element.dataset.row!) as Row,
}));
const heads = [...table.tHead!.rows[0]!.cells];
const control = (name: string) =>
  form.elements.namedItem(name) as HTMLSelectElement | HTMLInputElement;
const select = (name: string) => control(name) as HTMLSelectElement;

let view: View;

/** Shows a view in the table and in the form. */
const show = (next: View) => {
  view = next;
  // Text being typed is left alone, with its caret.
  for (const name of filters)
    if (control(name).value !== view[name]) control(name).value = view[name];
  select("sort").value = view.sort;
  for (const head of heads)
    if (head.dataset.sort !== view.sort) head.removeAttribute("aria-sort");
    else head.ariaSort = view.isDown ? "descending" : "ascending";
  rows.sort((a, b) => compareRows(a.row, b.row, view));
  body.append(...rows.map(({ element }) => element));
  let shown = 0;
  for (const { element, row } of rows) {
    element.hidden = !isShown(row, view);
    if (!element.hidden) shown++;
  }
  const all = count(rows.length, "certificate");
  notice.textContent =
    shown === rows.length
      ? all
      : shown === 0
        ? `None of ${all} fits. Remove a filter to see more.`
        : `${shown} of ${all}`;
};
const choose = (next: View) => {
  show(next);
  history.replaceState(
    history.state,
    "",
    location.pathname + toQuery(view) + location.hash,
  );
};

for (const head of heads) {
  const sort = head.dataset.sort as SortKey;
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  button.addEventListener("click", () =>
    choose({ ...view, sort, isDown: view.sort === sort && !view.isDown }),
  );
  head.append(button);
}
form.addEventListener("input", () =>
  choose({
    find: control("find").value,
    field: select("field").value,
    kind: select("kind").value,
    hands: select("hands").value,
    fee: select("fee").value,
    months: select("months").value,
    sort: select("sort").value as SortKey,
    isDown: view.sort === select("sort").value && view.isDown,
  }),
);
form.addEventListener("reset", (event) => {
  event.preventDefault();
  choose(readQuery("", () => false));
});
const read = () =>
  show(
    readQuery(location.search, (name, value) =>
      [...select(name).options].some((option) => option.value === value),
    ),
  );
read();
form.hidden = false;
