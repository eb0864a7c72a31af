import type { ShikiTransformer } from "shiki";

/** Shiki's css-variables theme writes style="color:var(--astro-code-token-string)"; this makes it class="string". */
export const codeColours: ShikiTransformer = {
  name: "code-colours",
  pre(node) {
    delete node.properties.style;
    node.properties.class = "code";
    node.properties.tabindex = "0";
  },
  span(node) {
    const token = /--astro-code-token-([a-z-]+)/.exec(
      String(node.properties.style ?? ""),
    )?.[1];
    const marked = /user-select/.test(String(node.properties.style ?? ""));
    delete node.properties.style;
    if (token || marked) node.properties.class = token ?? "unselectable";
  },
};
