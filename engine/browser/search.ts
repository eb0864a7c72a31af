/** Opens the search dialog, and loads its code on demand. */
export {};
const link = document.querySelector<HTMLAnchorElement>("a[data-search]");

if (link) {
  const open = async (event?: Event) => {
    event?.preventDefault();
    // Collects what the reader types before the field exists.
    let typed = "";
    const listen = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
      if (key.length === 1 && !ctrlKey && !metaKey) typed += key;
    };
    if (event) addEventListener("keydown", listen);
    try {
      const { openSearch } = await import("./search-box.ts");
      await openSearch(link, !!event, () => typed);
    } finally {
      removeEventListener("keydown", listen);
    }
  };
  // The search page starts the search at once.
  if (link.ariaCurrent) open();
  link.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
  });
  addEventListener("keydown", (event) => {
    if (
      event.key === "/" &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      // In a field, "/" is an ordinary character.
      !(event.target as Element).closest(":read-write, select, dialog")
    )
      open(event);
  });
}
