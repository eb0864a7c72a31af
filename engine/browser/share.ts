/** The share button below an article: the system's own sheet where there is one, else it copies the address. */
const box = document.querySelector("[data-share]");
if (box) {
  const button = box.querySelector("button")!;
  const { clipboard } = navigator;
  const url = location.origin + location.pathname;
  const canShare = "share" in navigator;
  if (canShare) button.textContent = "Share";
  // Without either, as where a page did not come over https, the letter is left.
  button.hidden = !canShare && !clipboard;
  button.onclick = async () => {
    const said = await (canShare
      ? // Whoever closes the sheet has changed their mind: nothing went wrong.
        navigator.share({ title: document.title, url }).catch(() => {})
      : clipboard.writeText(url).then(
          () => "Copied.",
          () => url,
        ));
    if (said) box.querySelector("[role=status]")!.textContent = said;
  };
}
