/** Puts a button below each video, which says in words what it does; runs in the browser. */
for (const figure of document.querySelectorAll<HTMLElement>(".video")) {
  const link = figure.querySelector("a")!;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent =
    "Play from youtube-nocookie.com: YouTube will see your address";
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
