/** Adds up the reader's own numbers, beginning with those of a certificate in the catalogue. */
import { formatHours, toCost, type Prices } from "./cost.ts";
import { formatMoney, readNumber } from "./format.ts";

const box = document.querySelector<HTMLElement>("[data-calculator]")!;
const form = box.querySelector("form")!;
const select = form.querySelector("select")!;
const [sum, left] = box.querySelectorAll<HTMLElement>(".sum, .left");
const lines = box.querySelector("tbody")!;
const input = (name: string) =>
  form.elements.namedItem(name) as HTMLInputElement;
const read = (name: string): number | undefined =>
  readNumber(input(name).value);
const pricesOf = () =>
  JSON.parse(select.selectedOptions[0]!.dataset.prices!) as Prices;

const fill = () => {
  const { validity, currency: _, ...prices } = pricesOf();
  for (const [name, value] of Object.entries({
    fee: undefined,
    once: undefined,
    retake: undefined,
    renewal: undefined,
    yearly: undefined,
    hours: undefined,
    ...prices,
    validity: validity === "life" ? undefined : validity,
  }))
    input(name).value = String(value ?? "");
};

const add = () => {
  const unread = [...form.querySelectorAll("input")].filter((field) => {
    const isUnread = !!field.value.trim() && read(field.name) === undefined;
    field.ariaInvalid = isUnread ? "true" : null;
    return isUnread;
  });
  const { currency, validity } = pricesOf();
  const months = read("validity");
  const cost = toCost(
    {
      currency,
      fee: read("fee"),
      once: read("once"),
      retake: read("retake"),
      // Empty is for life, unless the catalogue does not know.
      validity: input("validity").value.trim()
        ? months && months >= 1
          ? months
          : undefined
        : validity && "life",
      renewal: read("renewal"),
      yearly: read("yearly"),
      hours: read("hours"),
    },
    {
      failed: Math.floor(read("failed") ?? 0),
      study: read("study") ?? 0,
      hour: read("hour") ?? 0,
      share: Math.min(100, read("share") ?? 0),
    },
  );
  const money = (amount: number) => formatMoney(amount, currency);
  const atLeast = cost.missing.length > 0 ? "at least " : "";
  sum!.textContent =
    cost.own === cost.sum
      ? `Five years: ${atLeast}${money(cost.sum)}`
      : `Five years: ${atLeast}${money(cost.sum)}, of which you pay ${money(cost.own)}`;
  left!.textContent = [
    unread.length > 0 &&
      `Not a number: ${unread.map(({ labels }) => labels![0]!.textContent.trim()).join(", ")}.`,
    atLeast && `Not in the sum: ${cost.missing.join(", ")}.`,
    cost.hours !== 0 && `Hours of study and upkeep: ${formatHours(cost)}.`,
  ]
    .filter(Boolean)
    .join(" ");
  lines.replaceChildren(
    ...cost.lines.map(({ label, how, amount }) => {
      const row = document.createElement("tr");
      const head = document.createElement("th");
      head.scope = "row";
      head.textContent = label;
      row.append(head);
      row.insertCell().textContent = how;
      row.insertCell().textContent = amount === undefined ? "" : money(amount);
      return row;
    }),
  );
};

const wanted = new URLSearchParams(location.search).get("of");
if ([...select.options].some(({ value }) => value === wanted))
  select.value = wanted!;
form.addEventListener("input", ({ target }) => {
  if (target === select) fill();
  add();
});
fill();
add();
box.hidden = false;
