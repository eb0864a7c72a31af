import {
  has,
  keep,
  most,
  readKept,
  whenKept,
  withEntry,
  without,
} from "./kept.ts";

/** Adds to each listed article a Save button and a mark: "Read" or "Started". */
for (const spot of document.querySelectorAll<HTMLElement>("[data-article]")) {
  const { article: address = "", title = "" } = spot.dataset;
  const mark = document.createElement("span");
  const button = document.createElement("button");
  button.textContent = "forLater" in spot.dataset ? "Save for later" : "Save";
  button.ariaLabel = `Save for later: ${title}`;
  button.onclick = () => {
    const { saved } = readKept();
    const isSaved = has(saved, address);
    const isKept =
      (isSaved || saved.length < most) &&
      keep({
        saved: isSaved
          ? without(saved, address)
          : withEntry(saved, { address, title }),
      });
    if (isKept) spot.querySelector("a")?.removeAttribute("hidden");
    else
      button.textContent = button.ariaLabel =
        "Reading list full. Remove an article first.";
  };
  spot.prepend(mark, button);
  whenKept(() => {
    const { saved, read, places } = readKept();
    button.ariaPressed = `${has(saved, address)}`;
    mark.textContent = has(read, address)
      ? "Read"
      : has(places, address)
        ? "Started"
        : "";
  });
}
