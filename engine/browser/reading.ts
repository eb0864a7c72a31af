import { keep, readKept, withEntry, without } from "./kept.ts";

/** Marks the section being read in the contents, and keeps the place in a long article. */
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
 * 1 while a link leads to a section, 2 when it is there, 0 once the reader has scrolled: until then that section is the
 * one being read, even low on the last screen.
 */
let jumped = location.hash ? 1 : 0;
/** The end is in sight because a link led there. */
let skipped = jumped > 0;
let finished = !spot;
let continuing: HTMLAnchorElement | undefined;

function update(): void {
  const rest =
    document.documentElement.scrollHeight - innerHeight - Math.ceil(scrollY);
  // What is above the line has been read; it sinks to the window's edge as the page comes to its end.
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

  if (finished || !text || document.hidden) return;
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
    continuing.textContent = `Continue at: ${heading.textContent}`;
    spot.append(continuing);
  }
}
update();
addEventListener("scroll", update);
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
  // Who goes on where they were has read what is above.
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
