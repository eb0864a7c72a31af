/** Adds an enlarge button to each picture that the page shows scaled down. */
export {};
let dialog: HTMLDialogElement | undefined;

for (const image of document.querySelectorAll<HTMLImageElement>(
  ".prose img:not([alt=''], a *)",
)) {
  if (image.width * 1.2 > +image.getAttribute("width")!) continue;
  const picture = image.closest("picture") ?? image;
  const box = document.createElement("span");
  box.className = "enlargeable";
  picture.replaceWith(box);
  box.innerHTML = "<button class=screen-only>";
  const button = box.firstElementChild as HTMLButtonElement;
  button.ariaLabel = `Enlarge: ${image.alt}`;
  button.onclick = () => {
    dialog ??= document.body.appendChild(document.createElement("dialog"));
    dialog.className = "enlarged";
    dialog.ariaLabel = image.alt;
    dialog.innerHTML =
      "<form method=dialog><button>Close</button></form>" +
      picture.outerHTML.replace(/sizes=".*?"/g, "sizes='max(100vw, 50rem)'");
    dialog.showModal();
  };
  box.prepend(picture);
}
