/** Makes a calendar file from the day on which the reader passed. */
import { daysBefore, toCalendar, toEarlierDay, toLastDay } from "./calendar.ts";
import { formatWhen } from "./format.ts";

const form = document.querySelector<HTMLFormElement>("[data-renewal]")!;
const input = form.querySelector("input")!;
const notice = form.querySelector("[role=status]")!;
const { short = "", advice = "", months } = form.dataset;

/** In the reader’s time zone, like 2026-02-28. */
const today = new Date().toLocaleDateString("sv-SE");

input.max = today;
form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const lastDay = toLastDay(input.value, Number(months));
  if (lastDay < today) {
    notice.textContent = `Nothing to save: a pass on ${formatWhen(input.value)} was valid to ${formatWhen(lastDay)}. If you have renewed it since, enter the day of the renewal.`;
    return;
  }
  const text = toCalendar({
    short,
    page: location.origin + location.pathname,
    advice,
    lastDay,
    now: new Date(),
  });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  link.download = `${short.toLowerCase().replace(/[^a-z\d]+/g, "-")}.ics`;
  link.click();
  // A browser that opens the file needs it a little longer.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  const reminder = toEarlierDay(lastDay, daysBefore);
  notice.textContent = `Valid to ${formatWhen(lastDay)}${reminder < today ? "" : `, with a reminder on ${formatWhen(reminder)}`}. Check the last day in your account: some issuers count from another day.`;
});
