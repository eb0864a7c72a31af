/**
 * The HTML elements that articles may use beside Markdown: those that work on pages, in feeds and in print, and that
 * neither run, load nor change anything. A lone `<img>` is treated like a Markdown picture.
 */
export const allowedElements: ReadonlySet<string> = new Set(
  `a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure
   h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody
   td tfoot th thead time tr u ul var wbr`.split(/\s+/),
);

/** The allowed attributes, besides aria-*. `style` is missing because the site's policy blocks it. */
export const allowedAttributes: ReadonlySet<string> = new Set(
  `alt cite class colspan datetime dir headers height href hreflang id lang open rel reversed role rowspan scope span
   src start tabindex title translate value width`.split(/\s+/),
);

export const isAllowedAttribute = (name: string): boolean =>
  allowedAttributes.has(name) || /^aria-[a-z]+$/.test(name);
