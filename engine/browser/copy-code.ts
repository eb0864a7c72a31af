/** Adds a copy button to each code block. In a diff it copies the text after the changes. */
export {};
for (const block of document.querySelectorAll(".code-block")) {
  const box = document.createElement("div");
  box.className = "copy screen-only";
  const status = document.createElement("span");
  status.role = "status";
  const button = document.createElement("button");
  button.textContent = "Copy";
  box.append(status, button);
  block.append(box);
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
