/** Stores the worksheet's answers in the address, so that a link can restore them. */
const form = document.querySelector<HTMLFormElement>("form#worksheet")!;
const radios = form.querySelectorAll<HTMLInputElement>("input");
const copy = form.querySelector<HTMLButtonElement>("button[type=button]")!;
const notice = form.querySelector(".buttons [role=status]")!;

// In the fragment, which browsers never send to a server: #worksheet?stops=contract&ask=ten
const mark = `#${form.id}`;
const toFragment = () => {
  const chosen = [...radios].filter(({ checked }) => checked);
  const answers = chosen.map(({ name, value }) => `${name}=${value}`);
  return answers.length ? `${mark}?${answers.join("&")}` : mark;
};
const write = (fragment: string) => {
  history.replaceState(history.state, "", fragment);
  notice.textContent = "";
};
const restore = () => {
  const { hash } = location;
  if (!hash.startsWith(`${mark}?`)) return false;
  const answers = new URLSearchParams(hash.slice(mark.length + 1));
  for (const radio of radios)
    radio.checked = answers.get(radio.name) === radio.value;
  return true;
};
const show = () => form.scrollIntoView({ behavior: "instant" });

form.addEventListener("change", () => write(toFragment()));
form.addEventListener("reset", () => write(mark));
addEventListener("hashchange", () => restore() && show());
copy.hidden = false;
copy.addEventListener("click", async () => {
  write(toFragment());
  notice.textContent =
    (await navigator.clipboard
      ?.writeText(location.href)
      .then(() => "Copied")
      .catch(() => undefined)) ?? "Copy the link from the address bar.";
});

const [visit] = performance.getEntriesByType("navigation");
const isNew = (visit as PerformanceNavigationTiming).type === "navigate";
// The browser cannot find this fragment. On a reload it restores the scroll position itself.
if (restore() && isNew) show();
