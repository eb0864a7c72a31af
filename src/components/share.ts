/** The share button below an article: the system's own sheet where there is one, else it copies the address. */
const box = document.querySelector("[data-share]");
const button = box?.querySelector("button");
const said = box?.querySelector("[role=status]");
if (button && said) {
  const url = location.origin + location.pathname;
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => "Copied.",
      () => url,
    );
  const canShare = "share" in navigator;
  if (canShare) button.textContent = "Share";
  // Without either, as where a page did not come over https, the letter is left.
  button.hidden = !canShare && !navigator.clipboard;
  button.onclick = async () => {
    if (canShare)
      // Whoever closes the sheet has changed their mind: nothing went wrong.
      await navigator.share({ title: document.title, url }).catch(() => {});
    else said.textContent = await copy();
  };
}
