/** Adds an enlarge button to each picture that the page shows scaled down. */
export {};
const dialog = document.createElement("dialog");
dialog.className = "enlarged";
const form = document.createElement("form");
form.method = "dialog";
const close = document.createElement("button");
close.textContent = "Close";
form.append(close);

for (const image of document.querySelectorAll<HTMLImageElement>(
  ".prose img:not([alt=''], a *)",
)) {
  if (image.width * 1.2 > +image.getAttribute("width")!) continue;
  const picture = image.closest("picture") ?? image;
  const box = document.createElement("span");
  box.className = "enlargeable";
  picture.replaceWith(box);
  const button = document.createElement("button");
  button.className = "screen-only";
  button.ariaLabel = `Enlarge: ${image.alt}`;
  button.onclick = () => {
    dialog.ariaLabel = image.alt;
    dialog.replaceChildren(form, picture.cloneNode(true));
    for (const sized of dialog.querySelectorAll<HTMLImageElement>("[sizes]"))
      sized.sizes = "max(100vw, 50rem)";
    document.body.append(dialog);
    dialog.showModal();
  };
  box.append(picture, button);
}
