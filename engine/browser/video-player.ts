/** Adds a button below each video that loads the YouTube player. */
for (const figure of document.querySelectorAll<HTMLElement>(".video")) {
  const link = figure.querySelector("a")!;
  const button = document.createElement("button");
  button.className = "control screen-only";
  button.textContent =
    "Play video (loads YouTube, which will see your IP address)";
  button.addEventListener("click", () => {
    const player = document.createElement("iframe");
    player.src = `https://www.youtube-nocookie.com/embed/${figure.dataset.video}?autoplay=1`;
    player.title = link.querySelector("strong")!.textContent;
    player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    link.replaceWith(player);
    button.remove();
    player.focus();
  });
  figure.append(button);
}
