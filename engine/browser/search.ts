/** Opens the search, whose programs are loaded no earlier; runs in the browser. */
export {};
const link = document.querySelector<HTMLAnchorElement>("a[data-search]");

if (link) {
  const open = async (event?: Event) => {
    event?.preventDefault();
    // What is typed before the field is there belongs into it.
    let typed = "";
    const listen = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
      if (key.length === 1 && !ctrlKey && !metaKey) typed += key;
    };
    if (event) addEventListener("keydown", listen);
    try {
      const { openSearch } = await import("./search-dialog.ts");
      await openSearch(link, !!event, () => typed);
    } finally {
      removeEventListener("keydown", listen);
    }
  };
  // On its own page the search is there without being asked for.
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
      // Where one writes or chooses, it is a letter like any other.
      !(event.target as Element).closest(":read-write, select, dialog")
    )
      open(event);
  });
}
