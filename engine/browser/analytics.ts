/** Loads the script that counts visits, unless the reader's browser asks for privacy. */
import { asksForPrivacy } from "./asks-for-privacy.ts";

type ToUrl = { createScriptURL: (url: string) => string };
const page = window as {
  trustedTypes?: { createPolicy: (name: string, rules: ToUrl) => ToUrl };
  plausible?: object;
};
const { analytics = "{}" } =
  document.querySelector<HTMLElement>("[data-analytics]")!.dataset;

if (!asksForPrivacy) {
  // Plausible's script takes its settings from here.
  page.plausible = Object.assign(() => {}, { o: {} });
  const { src, ...attributes } = JSON.parse(analytics) as { src: string };
  const script = document.createElement("script");
  script.async = true;
  for (const [name, value] of Object.entries(attributes))
    script.setAttribute(name, value as string);
  const rules = { createScriptURL: (url: string) => url };
  script.src = (
    page.trustedTypes?.createPolicy("analytics", rules) ?? rules
  ).createScriptURL(src);
  document.head.append(script);
}
