import type { Element } from "hast";
import type { ShikiTransformer } from "shiki";

/** Replaces inline styles, which the policy blocks: style="color:var(--astro-code-token-string)" is class="string". */
export const codeColours: ShikiTransformer = {
  name: "code-colours",
  preprocess(_code, options) {
    // By default Shiki stops colouring a line after half a second, so the output would depend on the machine's speed.
    options.tokenizeTimeLimit = 0;
  },
  pre(node) {
    delete node.properties.style;
    node.properties.class = "code";
    // Makes wide blocks scrollable by keyboard.
    node.properties.tabindex = "0";
    node.properties.role = "group";
    const { lang } = this.options;
    node.properties["aria-label"] = /^(?:text|plaintext)$/.test(lang)
      ? "Code"
      : `Code, ${lang}`;
    restyle(node);
  },
};

function restyle(node: Element): void {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    const style = String(child.properties.style ?? "");
    delete child.properties.style;
    const token = /--astro-code-token-([a-z-]+)/.exec(style)?.[1];
    if (token) child.properties.class = token;
    restyle(child);
  }
}
