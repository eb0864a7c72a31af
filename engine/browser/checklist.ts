/** Makes checklists tickable and stores the ticks on this device. */
export {};
// One key per article, one entry per task, identified by its text: rewording a task resets it.
const key = `checklist:${location.pathname}`;

/** The tasks a reader has changed; empty if the browser blocks storage. */
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
    // Storage is blocked or full: the ticks last for this visit.
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
    // A nested list gets its own labels.
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
  const status = buttons.querySelector("[role=status]")!;
  buttons.hidden = false;
  const save = () => {
    const changed = read();
    for (const { box, text, isDone } of boxes)
      if (box.checked === isDone) changed.delete(text);
      else changed.add(text);
    write(changed);
  };
  list.addEventListener("change", () => {
    status.textContent = "";
    save();
  });
  buttons.querySelector("button")!.addEventListener("click", () => {
    for (const { box } of boxes) box.checked = false;
    save();
    status.textContent = "Cleared";
  });
}
