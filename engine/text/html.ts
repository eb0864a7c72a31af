import type { Message } from "#files/finding.ts";

/** HTML elements for articles: they work on pages, in feeds and in print, and do not run, load or change anything. */
export const allowedElements: ReadonlySet<string> = new Set(
  `a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure
   h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody
   td tfoot th thead time tr u ul var wbr`.split(/\s+/),
);

/** Elements whose content browsers do not parse as HTML. */
export const swallowing = /^(?:script|style|textarea|title|iframe|noscript)$/i;

/** The allowed attributes, besides aria-*. `style` is missing because the site's policy blocks it. */
export const allowedAttributes: ReadonlySet<string> = new Set(
  `alt cite class colspan datetime dir headers height href hreflang id lang open rel reversed role rowspan scope span
   src start tabindex title translate value width`.split(/\s+/),
);

export const isAllowedAttribute = (name: string): boolean =>
  allowedAttributes.has(name) || /^aria-[a-z]+$/.test(name);

const instead: readonly [elements: RegExp, remedy: string][] = [
  [/^h1$/, "Write ## instead: the title is the page's only top-level heading."],
  [
    /^(?:iframe|embed|object|video|audio)$/,
    "Write a link to it that says what it is.",
  ],
  [
    /^svg$/,
    "Save it as a file beside the article and write ![what it shows](./name.svg).",
  ],
  [
    /^/,
    "Write it in Markdown, or remove it. What is allowed: node_modules/gatepost/docs/rules.md.",
  ],
];

export const toRefusal = (element: string, attribute?: string): Message => ({
  problem: `${attribute ? `${attribute} on ` : ""}<${element}> is not allowed in articles.`,
  remedy: attribute
    ? "Remove the attribute."
    : (instead.find(([elements]) => elements.test(element))?.[1] as string),
  rule: "content/html",
});
