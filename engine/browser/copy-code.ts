/** A button on each block of code that copies it as it reads after its changes; runs in the browser. */
export {};
for (const block of document.querySelectorAll(".code-block")) {
  block.insertAdjacentHTML(
    "beforeend",
    "<div class='copy screen-only'><span role=status></span><button>Copy</button></div>",
  );
  const [said, button] = block.lastElementChild!.children as unknown as [
    Element,
    HTMLButtonElement,
  ];
  button.onclick = async () => {
    said.textContent = "";
    const lines = [...block.querySelectorAll(".line:not(del)")].map((line) =>
      line.textContent.slice(+!!line.querySelector(".sign")),
    );
    try {
      await navigator.clipboard.writeText(lines.join("\n"));
      said.textContent = "Copied";
    } catch {
      said.textContent = "Not copied";
    }
  };
}
