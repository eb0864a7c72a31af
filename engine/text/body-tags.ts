import {
  blankComments,
  placeOf,
  toPlacer,
  walk,
  type Node,
} from "./body-tree.ts";
import { allowedElements, swallowing } from "./html.ts";
import type { Issue, Place } from "#files/finding.ts";

/** A tag; a > in a quoted attribute does not end it. */
const tag = /<(\/?)([a-z][\w-]*)(?![\w-])(?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;
/** Elements without an end tag, and those whose end tag HTML lets writers omit. */
const unended =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|colgroup|dd|dt|li|option|p|rp|rt|tbody|td|tfoot|th|thead|tr)$/;
/** The maximum depth of nested elements, as of other blocks. */
const deepest = 100;

/** Tags in Markdown that close nothing or are never closed, unless that is reported as swallowing the text. */
export function readTags(root: Node): { issues: Issue[]; isTooDeep: boolean } {
  const open: (Place & { name: string })[] = [];
  const issues: Issue[] = [];
  const rule = "content/unbalanced-html";
  const reportOpen = ({ name, ...place }: Place & { name: string }) =>
    issues.push({
      ...place,
      problem: `<${name}> is never closed.`,
      remedy: `Write </${name}> where it ends, or remove it.`,
      rule,
    });
  for (const { node } of walk(root)) {
    if (node.type !== "html" || !node.value?.includes("<")) continue;
    const toPlace = toPlacer(node.value, placeOf(node));
    for (const { 0: written, 1: slash, 2: as = "", index } of blankComments(
      node.value,
    ).matchAll(tag)) {
      const name = as.toLowerCase();
      // Browsers ignore the / of <div/>; in drawings, which are refused, it counts.
      if (
        unended.test(name) ||
        swallowing.test(name) ||
        (written.endsWith("/>") && !allowedElements.has(name))
      )
        continue;
      if (!slash) open.push({ ...toPlace(index), name });
      else {
        const at = open.findLastIndex((element) => element.name === name);
        if (at >= 0) open.splice(at).slice(1).forEach(reportOpen);
        else
          issues.push({
            ...toPlace(index),
            problem: `</${name}> closes nothing.`,
            remedy: "Remove it, or write the tag that it closes.",
            rule,
          });
      }
      if (open.length > deepest)
        return {
          isTooDeep: true,
          issues: [
            {
              ...toPlace(index),
              problem: `More than ${deepest} elements are open here.`,
              remedy: "Close them, or remove them.",
              rule: "content/size",
            },
          ],
        };
    }
  }
  open.forEach(reportOpen);
  return { issues, isTooDeep: false };
}
