/** Adds a copy button to each code block. In a diff it copies the text after the changes. */
export {};
for (const block of document.querySelectorAll(".code-block")) {
  block.insertAdjacentHTML(
    "beforeend",
    "<div class='copy screen-only'><span role=status></span><button>Copy</button></div>",
  );
  const [status, button] = block.lastElementChild!.children as unknown as [
    Element,
    HTMLButtonElement,
  ];
  button.onclick = async () => {
    status.textContent = "";
    const lines = [...block.querySelectorAll(".line:not(del)")].map((line) =>
      line.textContent.slice(+!!line.querySelector(".sign")),
    );
    try {
      await navigator.clipboard.writeText(lines.join("\n"));
      status.textContent = "Copied";
    } catch {
      status.textContent = "Couldn’t copy";
    }
  };
}
