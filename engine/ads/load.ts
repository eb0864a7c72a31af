import { asksForPrivacy } from "#browser/asks-for-privacy.ts";
import { keep, readKept, whenKept, type Kept } from "#browser/kept.ts";

type Globals = {
  adsbygoogle?: object[] & { requestNonPersonalizedAds?: number };
  ethicalads?: { wait?: Promise<unknown[]> };
};
const globals = window as Globals;

/** Shows nothing in a place for an advertisement. Its space stays, so that nothing moves. */
const empty = (place: HTMLElement) => {
  place.style.visibility = "hidden";
};
/** The same before the reader can have come there: a place that is far below goes. */
function clear(place: HTMLElement): void {
  if (place.getBoundingClientRect().top > 2 * innerHeight) place.hidden = true;
  else if (!place.hidden) empty(place);
}

function load(place: HTMLElement): void {
  place.querySelector("[data-question]")?.remove();
  const template = place.querySelector("template")!;
  template.replaceWith(template.content);
  if (place.dataset.isAsked !== undefined) {
    const queue = (globals.adsbygoogle ??= []);
    queue.requestNonPersonalizedAds = 1;
    queue.push({});
  }
  const { script: src = "" } = place.dataset;
  if (document.querySelector(`script[src="${src}"]`)) return;
  const script = document.createElement("script");
  script.async = true;
  script.src = src;
  script.onerror = () => places.forEach(empty);
  script.onload = () =>
    void globals.ethicalads?.wait?.then((ads) => {
      if (ads.length === 0) empty(place);
    });
  document.head.append(script);
}

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting) {
        near.unobserve(target);
        load(target as HTMLElement);
      }
  },
  { rootMargin: "200px" },
);

const places = [...document.querySelectorAll<HTMLElement>("[data-script]")];
const questions = document.querySelectorAll<HTMLElement>("[data-question]");

whenKept(() => {
  const answer = asksForPrivacy ? "no" : readKept().ads;
  for (const place of places) {
    if (!place.querySelector("template")) continue;
    const isAllowed = place.dataset.isAsked === undefined || answer === "yes";
    const isQuestion =
      answer === "" && place.contains(questions[0] as HTMLElement);
    if (isAllowed || isQuestion) {
      place.hidden = false;
      place.style.visibility = "";
    } else clear(place);
    if (isAllowed) near.observe(place);
  }
  for (const question of questions) {
    question.hidden = asksForPrivacy;
    for (const button of question.querySelectorAll("button"))
      button.ariaPressed = `${button.value === answer}`;
  }
});
for (const question of questions)
  question.onclick = ({ target }) => {
    const { value } = target as HTMLButtonElement;
    if (value) keep({ ads: value as Kept["ads"] });
  };
