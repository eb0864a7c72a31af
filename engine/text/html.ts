/**
 * The HTML that a text may hold beside Markdown: what reads well on the page, in a feed and on paper, and neither runs,
 * loads nor changes anything. Pictures are `<img>` alone, read like a Markdown picture.
 */
export const allowedElements: ReadonlySet<string> = new Set(
  `a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure
   h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody
   td tfoot th thead time tr u ul var wbr`.split(/\s+/),
);

/** The attributes those elements may have, and every aria-*. Neither style, which the site's policy blocks, nor on…. */
export const allowedAttributes: ReadonlySet<string> = new Set(
  `alt cite class colspan datetime dir headers height href hreflang id lang open rel reversed role rowspan scope span
   src start tabindex title translate value width`.split(/\s+/),
);

export const isAllowedAttribute = (name: string): boolean =>
  allowedAttributes.has(name) || /^aria-[a-z]+$/.test(name);
