/** Copy buttons for addresses. They stay hidden without clipboard access, for example over plain HTTP. */
export {};
/** The status that shows the last message: the clipboard holds one address at a time. */
let status: Element | undefined;
for (const button of document.querySelectorAll<HTMLButtonElement>(
  "[data-copy]",
)) {
  const { clipboard } = navigator;
  button.hidden = !clipboard;
  button.onclick = async () => {
    if (status) status.textContent = "";
    status = button.nextElementSibling!;
    status.textContent = await clipboard.writeText(button.value).then(
      () => "Copied",
      () => "Couldn’t copy. Select the address instead.",
    );
  };
}
