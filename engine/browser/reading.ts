import { keep, readKept, withEntry, without } from "./kept.ts";

/** Marks the current section in the table of contents and saves the reading position in a long article. */
const spot = document.querySelector<HTMLElement>("[data-for-later]");
const text = document.querySelector<HTMLElement>("article .prose");
const links = document.querySelectorAll("[data-contents] a");
const headings = [
  ...document.querySelectorAll<HTMLElement>(
    ".prose :is(h2, h3)[id]:not(#footnote-label)",
  ),
];
const { article: address = "", title = "" } = spot?.dataset ?? {};

let current: HTMLElement | undefined;
/**
 * 1 while a jump to a section is under way, 2 once it has arrived, 0 after the reader scrolls. Until then the target is
 * the current section, even at the bottom of the page.
 */
let jumped = location.hash ? 1 : 0;
/** Whether a jump, not reading, brought the end of the text into view. */
let skipped = jumped > 0;
let finished = !spot;
let continuing: HTMLAnchorElement | undefined;

/** @param event what the reader did; without it nothing is stored */
function update(event?: Event): void {
  const rest =
    document.documentElement.scrollHeight - innerHeight - Math.ceil(scrollY);
  // A heading above this line is current or read. Near the end of the page the line moves down to the bottom edge.
  const line = Math.max(innerHeight / 4, innerHeight - rest);
  const isAbove = (heading: Element | undefined, limit: number) =>
    !!heading && heading.getBoundingClientRect().top <= limit;
  const target =
    jumped &&
    headings.find(
      (heading) =>
        heading.matches(":target") &&
        isAbove(heading, innerHeight) &&
        !isAbove(heading, -1),
    );
  if (target) jumped = 2;
  else if (jumped === 2) jumped = 0;
  current = target || headings.findLast((heading) => isAbove(heading, line));
  for (const link of links)
    link.ariaCurrent =
      link.getAttribute("href") === `#${current?.id}` ? "location" : null;

  if (!event || finished || !text) return;
  if (text.getBoundingClientRect().bottom > innerHeight) skipped &&= jumped > 0;
  else if (!skipped) {
    finished = true;
    continuing?.remove();
    const { read, places } = readKept();
    keep({
      read: withEntry(read, { address }),
      places: without(places, address),
    });
  }
}

if (spot) {
  const { places } = readKept();
  const place = places.find((entry) => entry.address === address);
  const heading = headings.find(({ id }) => id === place?.id);
  if (heading) {
    continuing = document.createElement("a");
    continuing.href = `#${heading.id}`;
    continuing.textContent = `Continue from “${heading.textContent}”`;
    spot.append(continuing);
  }
}
update();
addEventListener("visibilitychange", () => {
  update();
  if (
    document.hidden &&
    !finished &&
    current &&
    text!.offsetHeight > 3 * innerHeight
  )
    keep({
      places: withEntry(readKept().places, { address, title, id: current.id }),
    });
});
const jump = (hash: string) => {
  jumped = 1;
  // A reader who continues from the saved position has read what comes before it.
  skipped = hash !== continuing?.hash;
  update();
};
addEventListener("hashchange", () => jump(location.hash));
addEventListener("click", ({ target }) => {
  const link = (target as Element).closest<HTMLAnchorElement>("a[href^='#']");
  if (link) jump(link.hash);
});
for (const type of ["wheel", "touchmove", "keydown", "pointerdown"])
  addEventListener(type, () => (jumped = 0), { passive: true });
// A short article is read without scrolling.
for (const type of ["scroll", "keydown", "pointerdown"])
  addEventListener(type, update);
