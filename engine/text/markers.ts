/**
 * The marks in HTML that one folder leaves and another one reads, each here once: how it is written and how it is found.
 * Whatever can be passed as data needs none.
 */

/** The place of a call to action in a text: markdown/ leaves it, components/CallsInText.astro puts the call there. */
export const callPlace = {
  toProperties: (name: string) => ({ hidden: true, dataCta: name }),
  /** Splits HTML into what comes between the places and, every second piece, the name of a call. */
  pattern: /<div hidden(?:="[^"]*")? data-cta="([^"]*)"><\/div>/,
};

/** The language of a block of code, as a property of its <pre>: markdown/ says it, feeds/ says it in a feed's own way. */
export const languageProperty = "dataLanguage";

/** Where an article begins on the page of all articles that the search of the dev server reads. */
export const searchBeginning = {
  toAttributes: (address: string) => ({ "data-search": address }),
  /** Splits HTML into what comes before the first article and, two pieces for each, its address and what follows. */
  pattern: /<hr data-search="([^"]*)">/,
};
