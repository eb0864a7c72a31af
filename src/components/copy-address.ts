/** The buttons that copy an address; they stay hidden where there is no clipboard, as on a page that came over http. */
export {};
for (const button of document.querySelectorAll<HTMLButtonElement>(
  "[data-copy]",
)) {
  const { clipboard } = navigator;
  const said = button.nextElementSibling!;
  button.hidden = !clipboard;
  button.onclick = async () => {
    said.textContent = "";
    said.textContent = await clipboard.writeText(button.value).then(
      () => "Copied",
      () => "Not copied",
    );
  };
}
