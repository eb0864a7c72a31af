/** Markers in HTML that one folder writes and another reads. Use data instead where possible. */

/** The place of a call to action in a text: written by markdown/, filled in by components/CallsInText.astro. */
export const callPlace = {
  toProperties: (name: string) => ({ hidden: true, dataCta: name }),
  /** Splits HTML at the places; every second part is the id of a call to action. */
  pattern: /<div hidden(?:="[^"]*")? data-cta="([^"]*)"><\/div>/,
};

/** The language of a code block, as a property of its <pre>: written by markdown/, read by feeds/. */
export const languageProperty = "dataLanguage";

/** The start of an article on the page of all articles, which the dev server's search reads. */
export const searchBeginning = {
  toAttributes: (address: string) => ({ "data-search": address }),
  /** Splits HTML into what precedes the first article and then, for each, its address and its HTML. */
  pattern: /<hr data-search="([^"]*)">/,
};
