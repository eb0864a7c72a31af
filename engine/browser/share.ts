/** The share button below an article: opens the system's share sheet, or copies the link if there is none. */
const box = document.querySelector("[data-share]");
if (box) {
  const button = box.querySelector("button")!;
  const { clipboard } = navigator;
  const url = location.origin + location.pathname;
  const canShare = "share" in navigator;
  if (canShare) button.textContent = "Share";
  // Over plain HTTP there is neither, so only the email link remains.
  button.hidden = !canShare && !clipboard;
  button.onclick = async () => {
    const message = await (canShare
      ? // The promise rejects when the reader closes the sheet.

        navigator.share({ title: document.title, url }).catch(() => {})
      : clipboard.writeText(url).then(
          () => "Copied",
          () => url,
        ));
    if (message) box.querySelector("[role=status]")!.textContent = message;
  };
}
