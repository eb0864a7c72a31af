import { keep, readKept, whenKept, type Kept } from "./kept.ts";

declare global {
  /** From the script in <head>: see first.ts. */
  var setTheme: (theme: string) => void;
}

const template =
  document.querySelector<HTMLTemplateElement>("[data-for-device]");
template?.replaceWith(template.content);
const radios = document.querySelectorAll<HTMLInputElement>("[name=theme]");

whenKept(() => {
  const { theme } = readKept();
  setTheme(theme);
  for (const radio of radios) radio.checked = radio.value === theme;
});
for (const radio of radios)
  radio.onchange = () => {
    keep({ theme: radio.value as Kept["theme"] });
    // If storage is blocked, the theme applies to this page only.
    setTheme(radio.value);
  };
