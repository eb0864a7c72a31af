import { defineHastPlugin } from "satteri";

/** The number of notes that numbered.ts has anchor names for; a text with more shows all its notes at the end. */
const most = 12;

/** Numbers each footnote and its first reference, so that prose.css can show the note beside it. */
export const numberNotes = () => {
  const referred = new Set<string>();
  return defineHastPlugin({
    name: "side-notes",
    element: [
      {
        filter: ["a"],
        visit(node, context) {
          if (node.properties.dataFootnoteRef === undefined) return;
          const number = context.textContent(node);
          if (referred.has(number)) return;
          referred.add(number);
          context.setProperty(node, "dataNote", number);
        },
      },
      {
        filter: ["section"],
        visit(node, context) {
          if (node.properties.dataFootnotes === undefined) return;
          const list = node.children.find(
            (child) => child.type === "element" && child.tagName === "ol",
          );
          const notes =
            list?.type === "element"
              ? list.children.filter(({ type }) => type === "element")
              : [];
          if (notes.length > most) return;
          for (const [index, note] of notes.entries())
            context.setProperty(note, "dataNote", String(index + 1));
        },
      },
    ],
  });
};
