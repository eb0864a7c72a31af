/** Shows the replies to a post on Mastodon, when a reader asks, as text: never HTML from another server. */
import { toPlainText } from "./plain-text.ts";

type Reply = {
  url: string;
  created_at: string;
  content: string;
  spoiler_text: string;
  account: { display_name: string; acct: string };
};

const place = document.querySelector<HTMLElement>("[data-replies]")!;
const button = place.querySelector("button")!;
const label = button.textContent;
button.hidden = false;

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = "",
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  element.dir = "auto";
  return element;
}

function toItem({ url, created_at, account, ...reply }: Reply): HTMLElement {
  const link = make("a", account.display_name || account.acct);
  // Browsers run the text of other addresses.
  if (/^https?:/.test(url)) link.href = url;
  link.rel = "nofollow ugc";
  const day = new Date(created_at).toLocaleDateString(
    document.documentElement.lang,
    { dateStyle: "long" },
  );
  const line = make("p");
  line.append(link, `, ${day}`);
  const text = make("p", reply.spoiler_text || toPlainText(reply.content));
  text.style.whiteSpace = "pre-line";
  const item = make("li");
  item.append(line, text);
  return item;
}

async function load(): Promise<HTMLElement> {
  const response = await fetch(place.dataset.replies!, {
    credentials: "omit",
    signal: AbortSignal.timeout(20_000),
  });
  const { descendants } = (await response.json()) as { descendants: Reply[] };
  if (descendants.length === 0) return make("p", "No replies yet");
  const list = make("ul");
  list.append(
    ...descendants
      .sort((a, b) => a.created_at.localeCompare(b.created_at))
      .map(toItem),
  );
  return list;
}

button.onclick = async () => {
  if (button.ariaDisabled) return;
  button.ariaDisabled = "true";
  button.textContent = "Loading…";
  place.parentElement!.querySelector("[tabindex]")?.remove();
  let result;
  try {
    result = await load();
    button.remove();
  } catch {
    result = make("p", "Couldn’t load the comments");
    button.ariaDisabled = null;
    button.textContent = label;
  }
  result.tabIndex = -1;
  place.after(result);
  result.focus();
};
