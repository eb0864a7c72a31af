/** A button on each picture that the page shows smaller than it is: a dialog with all of it; runs in the browser. */
export {};
let dialog: HTMLDialogElement | undefined;

for (const image of document.querySelectorAll<HTMLImageElement>(
  ".prose img:not([alt=''], a *)",
)) {
  const picture = image.closest("picture") ?? image;
  const box = picture.parentElement!;
  // A picture in a line of text has no corner to put a button into.
  const isAlone = box.matches("figure, p:has(> :only-child)");
  if (!isAlone || image.width * 1.2 > +image.getAttribute("width")!) continue;
  const button = document.createElement("button");
  button.className = "enlarge screen-only";
  button.ariaLabel = `Enlarge: ${image.alt}`;
  button.onclick = () => {
    if (!dialog) {
      dialog = document.createElement("dialog");
      dialog.className = "enlarged";
      dialog.setAttribute("closedby", "any");
      document.body.append(dialog);
    }
    dialog.ariaLabel = image.alt;
    dialog.innerHTML = "<form method=dialog><button>Close</button></form>";
    const copy = dialog.appendChild(picture.cloneNode(true)) as Element;
    for (const part of [copy, ...copy.children])
      if (part.hasAttribute("sizes"))
        part.setAttribute("sizes", "max(100vw, 50rem)");
    dialog.showModal();
  };
  box.classList.add("enlargeable");
  box.append(button);
}
