/** Compares the certificates that the address names, as in ?with=cka&with=ckad, from the catalogue's JSON file. */
import { toComparison } from "./comparison.ts";
import type { CatalogueFile } from "./data.ts";

const form = document.querySelector<HTMLFormElement>("[data-compare]")!;
const box = document.querySelector("[data-compared]")!;
const selects = [...form.querySelectorAll("select")];
const known = new Set([...selects[0]!.options].map(({ value }) => value));
const asked = new URLSearchParams(location.search).getAll("with");
const chosen = [...new Set(asked)]
  .filter((slug) => slug && known.has(slug))
  .slice(0, selects.length);
const unknown = asked.filter((slug) => slug && !known.has(slug));

for (const [index, select] of selects.entries())
  select.value = chosen[index] ?? "";
// An empty third choice need not be in the address.
form.addEventListener("formdata", ({ formData }) => {
  const slugs = formData.getAll("with").filter(Boolean);
  formData.delete("with");
  for (const slug of slugs) formData.append("with", slug);
});
form.hidden = false;
const notes = [
  unknown.length > 0 && `Not in the catalogue: ${unknown.join(", ")}.`,
  asked.length > 0 &&
    chosen.length < 2 &&
    "Choose two different certificates to compare.",
].filter(Boolean);
if (notes.length > 0)
  box.append(make("p", { class: "interface" }, notes.join(" ")));
if (chosen.length > 1)
  try {
    const response = await fetch(form.dataset.compare!);
    const { certificates } = (await response.json()) as CatalogueFile;
    box.append(
      toTable(
        chosen.flatMap(
          (slug) => certificates.find((one) => one.slug === slug) ?? [],
        ),
      ),
    );
  } catch {
    box.textContent =
      "Couldn’t load the catalogue. Reload the page to try again.";
  }

/** The same table as in Comparison.astro. */
function toTable(certificates: CatalogueFile["certificates"]): Element {
  const table = make("table", { role: "table", class: "sheet compared" });
  const head = make("tr", { role: "row" });
  head.append(make("td", { role: "cell" }));
  for (const { short, page } of certificates) {
    const cell = make("th", { scope: "col", role: "columnheader" });
    // The file has full addresses; this site may be a preview of another address.
    cell.append(make("a", { href: new URL(page).pathname }, short));
    head.append(cell);
  }
  const body = make("tbody", { role: "rowgroup" });
  for (const { label, values } of toComparison(certificates)) {
    const row = make("tr", { role: "row" });
    row.append(
      make("th", { scope: "row", role: "rowheader" }, label),
      ...values.map((value, index) =>
        make(
          "td",
          { role: "cell", "data-label": certificates[index]!.short },
          value,
        ),
      ),
    );
    body.append(row);
  }
  const top = make("thead", { role: "rowgroup" });
  top.append(head);
  table.append(
    make(
      "caption",
      { class: "visually-hidden" },
      certificates.map(({ short }) => short).join(", "),
    ),
    top,
    body,
  );
  return table;
}

function make(
  name: string,
  attributes: Record<string, string>,
  text = "",
): Element {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    element.setAttribute(key, value);
  element.textContent = text;
  return element;
}
