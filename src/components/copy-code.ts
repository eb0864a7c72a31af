/** A button on each block of code that copies it as it reads after its changes; runs in the browser. */
export {};
for (const block of document.querySelectorAll(".code-block")) {
  const box = document.createElement("div");
  box.className = "copy screen-only";
  box.innerHTML = "<span role=status></span><button type=button>Copy</button>";
  const [said, button] = box.children as unknown as [Element, Element];
  button.addEventListener("click", async () => {
    said.textContent = "";
    const lines = [...block.querySelectorAll(".line:not(del)")].map((line) =>
      line.textContent.slice(line.querySelector(".sign") ? 1 : 0),
    );
    try {
      await navigator.clipboard.writeText(lines.join("\n"));
      said.textContent = "Copied";
    } catch {
      said.textContent = "Not copied: select it";
    }
  });
  block.append(box);
}
