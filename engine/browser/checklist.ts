/** Lets a reader tick a list of tasks, and remembers it on this device; runs in the browser. */
export {};
// By article, and in it by what a task says: one that is worded anew is a new one.
const key = `checklist:${location.pathname}`;

/** What a reader has changed; nothing, where a browser keeps nothing. */
function read(): Set<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return new Set(Array.isArray(kept) ? kept : []);
  } catch {
    return new Set();
  }
}
function write(changed: Set<string>): void {
  try {
    if (changed.size > 0)
      localStorage.setItem(key, JSON.stringify([...changed]));
    else localStorage.removeItem(key);
  } catch {
    // It holds for this visit.
  }
}

for (const list of document.querySelectorAll(".checklist")) {
  const boxes: { box: HTMLInputElement; text: string; isDone: boolean }[] = [];
  const kept = read();
  for (const mark of list.querySelectorAll(".task")) {
    const holder = mark.parentElement!;
    const isDone = mark.hasAttribute("aria-label");
    mark.remove();
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    // A list within a task has labels of its own.
    label.append(
      box,
      ...[...holder.childNodes].filter(
        (node) => !/^(?:UL|OL|P|DIV|PRE)$/.test(node.nodeName),
      ),
    );
    holder.prepend(label);
    const text = label.textContent.trim().replace(/\s+/g, " ");
    box.checked = isDone !== kept.has(text);
    boxes.push({ box, text, isDone });
  }
  const buttons = list.querySelector<HTMLElement>(".buttons")!;
  const said = buttons.querySelector("[role=status]")!;
  buttons.hidden = false;
  const save = () => {
    const changed = read();
    for (const { box, text, isDone } of boxes)
      if (box.checked === isDone) changed.delete(text);
      else changed.add(text);
    write(changed);
  };
  list.addEventListener("change", () => {
    said.textContent = "";
    save();
  });
  buttons.querySelector("button")!.addEventListener("click", () => {
    for (const { box } of boxes) box.checked = false;
    save();
    said.textContent = "Cleared.";
  });
}
