/** Shows the comments on an article, when a reader asks, in a frame from giscus.app, which shows discussions on GitHub. */
type Message = {
  giscus?: { resizeHeight?: number; signOut?: boolean; error?: string };
} | null;

const server = "https://giscus.app";
const isLost = /Bad credentials|Invalid state value|State has expired/;

const place = document.querySelector<HTMLElement>("[data-giscus]")!;
const page = new URL(location.href);
/** Readers who have signed in on GitHub come back with it in the address. */
let session = page.searchParams.get("giscus") ?? "";
page.searchParams.delete("giscus");

const button = place.querySelector("button")!;
button.hidden = false;
if (session) {
  history.replaceState(history.state, "", page);
  button.focus();
}
page.hash = "";

const frame = document.createElement("iframe");
frame.title = "Comments";
frame.allow = "clipboard-write";
frame.style.cssText = "inline-size: 100%; block-size: 20rem; border: 0";

const root = document.documentElement;
const toTheme = () => root.dataset.theme || "preferred_color_scheme";

function load(): void {
  const { href } = page;
  const rest = { origin: href, backLink: href, session, theme: toTheme() };
  frame.src = `${place.dataset.giscus}&${new URLSearchParams(rest)}`;
}

button.onclick = () => {
  load();
  place.after(frame);
  button.remove();
  frame.focus();
};
addEventListener("message", ({ origin, data }) => {
  if (origin !== server) return;
  const { resizeHeight, signOut, error } = (data as Message)?.giscus ?? {};
  if (resizeHeight) frame.style.blockSize = `${resizeHeight}px`;
  if (session && (signOut || isLost.test(error ?? ""))) {
    session = "";
    load();
  }
});
new MutationObserver(() =>
  frame.contentWindow?.postMessage(
    { giscus: { setConfig: { theme: toTheme() } } },
    server,
  ),
).observe(root, { attributeFilter: ["data-theme"] });
