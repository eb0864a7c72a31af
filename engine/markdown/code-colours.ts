import type { Element } from "hast";
import type { ShikiTransformer } from "shiki";

/**
 * Colours are classes, since the site's policy lets no style attribute through. Shiki's css-variables theme writes
 * style="color:var(--astro-code-token-string)"; this makes it class="string".
 */
export const codeColours: ShikiTransformer = {
  name: "code-colours",
  preprocess(_code, options) {
    // By default a line that takes half a second stays without colours: a busy machine would build another page.
    options.tokenizeTimeLimit = 0;
  },
  pre(node) {
    delete node.properties.style;
    node.properties.class = "code";
    // By keyboard, a block that is too wide can be scrolled; whether it is depends on the screen.
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
