/** A piece of an XML document, its references (&amp;, &#106;) read. */
export type XmlPart =
  | { kind: "start"; name: string; attributes: [name: string, value: string][] }
  | { kind: "end"; name: string }
  | { kind: "text"; text: string };

const name = String.raw`[\p{L}_][\p{L}\p{N}._-]*(?::[\p{L}_][\p{L}\p{N}._-]*)?`;
/** A comment, an instruction or a DOCTYPE that declares nothing; CDATA; an end tag; how a start tag begins; text. */
const piece = new RegExp(
  String.raw`<!--[^]*?-->|<\?[^]*?\?>|<!DOCTYPE(?:\s+(?:[\w:.-]+|"[^"<>]*"|'[^'<>]*'))*\s*>|<!\[CDATA\[(?<cdata>[^]*?)\]\]>|</(?<end>${name})\s*>|<(?<start>${name})|(?<text>[^<]+)`,
  "uy",
);
const attribute = new RegExp(
  String.raw`\s+(${name})\s*=\s*(?:"([^<"]*)"|'([^<']*)')`,
  "uy",
);
const tagEnd = /\s*(\/?)>/y;
const reference = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;
const signs: Record<string, string> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

/** As deep as elements may stand in one another. */
const deepest = 200;

/**
 * Reads XML piece by piece, stricter than a browser: no declarations, no references to them, no root but one.
 * @throws an Error for the first thing that is not like that: what stands behind it would be seen by nobody
 */
export function* readXml(text: string): Generator<XmlPart> {
  const open: string[] = [];
  let roots = 0;
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text) ?? undefined;
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < text.length) {
    const found = take(piece);
    if (!found) throw new Error(`Not XML at ${at}`);
    const { cdata, end, start, text: plain } = found.groups ?? {};
    const words = cdata ?? (plain === undefined ? undefined : decode(plain));
    if (words !== undefined) {
      if (open.length > 0) yield { kind: "text", text: words };
      else if (words.trim() !== "") throw new Error("Text outside the root");
    } else if (end !== undefined) {
      if (open.pop() !== end) throw new Error(`Not open: ${end}`);
      yield { kind: "end", name: end };
    } else if (start !== undefined) {
      if (open.length === 0 && roots++ > 0) throw new Error("A second root");
      const attributes: [string, string][] = [];
      for (let next = take(attribute); next; next = take(attribute))
        attributes.push([next[1] as string, decode(next[2] ?? next[3] ?? "")]);
      yield { kind: "start", name: start, attributes };
      const ended = take(tagEnd);
      if (!ended) throw new Error(`Not ended: ${start}`);
      if (ended[1]) yield { kind: "end", name: start };
      else if (open.push(start) > deepest) throw new Error("Nested too deep");
    }
  }
  if (roots === 0 || open.length > 0) throw new Error("Not closed");
}

function decode(text: string): string {
  const decoded = text.replace(
    reference,
    (_, sign: string | undefined, decimal: string | undefined, hex: string) =>
      sign
        ? (signs[sign.toLowerCase()] as string)
        : toCharacter(decimal ? Number(decimal) : parseInt(hex, 16)),
  );
  if (/&(?!amp;)/.test(text.replace(reference, "")))
    throw new Error("A reference to nothing");
  return decoded;
}

const toCharacter = (code: number): string => {
  if (code > 0x10ffff) throw new Error("No character");
  return String.fromCodePoint(code);
};
