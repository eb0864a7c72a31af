/** Decodes an address, /caf%C3%A9/ → /café/; returns it unchanged if an escape is invalid. */
export const unescapeAddress = (address: string) => attempt(decodeURI, address);

/** The same for one path segment, in which an escaped slash is no separator: a%2Fb → a/b. */
export const unescapePart = (part: string) => attempt(decodeURIComponent, part);

function attempt(unescape: (text: string) => string, text: string): string {
  try {
    return unescape(text);
  } catch {
    return text;
  }
}
