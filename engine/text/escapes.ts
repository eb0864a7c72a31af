/** An address without its escapes, /caf%C3%A9/ → /café/; as it is when one of them means nothing. */
export const unescapeAddress = (address: string): string =>
  attempt(decodeURI, address);

/** The same for a part of an address, in which an escaped sign separates nothing: a%2Fb → a/b. */
export const unescapePart = (part: string): string =>
  attempt(decodeURIComponent, part);

function attempt(unescape: (text: string) => string, text: string): string {
  try {
    return unescape(text);
  } catch {
    return text;
  }
}
