import {
  defineMdastPlugin,
  type MdastNode,
  type MdastPluginDefinition,
} from "satteri";
import { alertKinds, alertMark, calloutKinds } from "#text/callouts.ts";

type Words = Extract<MdastNode, { type: "strong" }>["children"];

/** Sighted readers see the kind from colour and mark; `role="note"` keeps the box from being a landmark. */
const toBox = (kind: string, name: string) => ({
  hName: "aside",
  hProperties: {
    className: ["callout"],
    dataKind: kind,
    role: "note",
    ariaLabel: name,
  },
});

const toTitle = (children: Words) => ({
  type: "paragraph" as const,
  data: { hProperties: { className: ["callout-title"] } },
  children: [{ type: "strong" as const, children }],
});

/** Renders :::note[Label] … ::: and > [!NOTE] as boxes with a title. */
export const makeCallouts: MdastPluginDefinition = defineMdastPlugin({
  name: "callouts",
  containerDirective(node, context) {
    const word = Object.hasOwn(calloutKinds, node.name)
      ? calloutKinds[node.name]
      : undefined;
    // `check` reports an unknown kind; its text stays on the page.
    if (!word) return context.setProperty(node, "data", { hName: "div" });
    const [first] = node.children;
    const label =
      first?.type === "paragraph" && first.data?.directiveLabel
        ? first
        : undefined;
    const title = toTitle(label?.children ?? [{ type: "text", value: word }]);
    if (label) context.replaceNode(label, title);
    else context.prependChild(node, title);
    context.setProperty(node, "data", toBox(node.name, word));
  },
  blockquote(node, context) {
    const [first] = node.children;
    const mark = first?.type === "paragraph" ? first.children[0] : undefined;
    if (first?.type !== "paragraph" || mark?.type !== "text") return;
    const [written = "", name = "", rest] = alertMark.exec(mark.value) ?? [];
    const key = name.toLowerCase();
    const alert = Object.hasOwn(alertKinds, key) ? alertKinds[key] : undefined;
    if (!alert || rest) return;
    const value = mark.value.slice(written.length);
    const after = first.children[1];
    if (value === "" && after?.type === "break") context.removeNode(after);
    if (value !== "") context.setProperty(mark, "value", value);
    else if (first.children.length > 1) context.removeNode(mark);
    else context.removeNode(first);
    context.prependChild(node, toTitle([{ type: "text", value: alert.title }]));
    context.setProperty(node, "data", toBox(alert.kind, alert.title));
  },
});
