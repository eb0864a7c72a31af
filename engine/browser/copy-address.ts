/** The buttons that copy an address; they stay hidden where there is no clipboard, as on a page that came over http. */
export {};
/** Where the page last said something: the clipboard holds one address. */
let said: Element | undefined;
for (const button of document.querySelectorAll<HTMLButtonElement>(
  "[data-copy]",
)) {
  const { clipboard } = navigator;
  button.hidden = !clipboard;
  button.onclick = async () => {
    if (said) said.textContent = "";
    said = button.nextElementSibling!;
    said.textContent = await clipboard.writeText(button.value).then(
      () => "Copied",
      () => "Not copied: select the address",
    );
  };
}
