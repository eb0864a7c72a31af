import { toPlacer } from "#text/body-tree.ts";
import { top, type Finding, type Place } from "./finding.ts";

/** A file's text, or why it is none: bytes that are not UTF-8, a NUL or a byte order mark, as Windows Notepad writes. */
export function decodeText(
  bytes: Uint8Array,
): { text: string } | Omit<Finding, "file"> {
  const rule = "content/encoding";
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    return {
      ...toInvalidPlace(bytes),
      problem: "The file is not UTF-8 text.",
      remedy: "Save it as UTF-8, and type this character again.",
      rule,
    };
  }
  if (text.includes("\0"))
    return {
      ...toPlacer(text, top)(text.indexOf("\0")),
      problem: "The file contains a NUL character.",
      remedy: "Delete it, and save the file as UTF-8.",
      rule,
    };
  if (text.startsWith("\uFEFF"))
    return {
      ...top,
      problem: "The file begins with a byte order mark.",
      remedy: "Save it as UTF-8 without a byte order mark.",
      rule,
      fix: { start: 0, end: 1, text: "" },
    };
  return { text };
}

/** The first byte that is not UTF-8: up to it, the text is the same when it is written again. */
function toInvalidPlace(bytes: Uint8Array): Place {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const shown = new TextEncoder().encode(decoder.decode(bytes));
  const at = shown.findIndex((byte, index) => byte !== bytes[index]);
  const before = decoder.decode(bytes.subarray(0, at));
  return toPlacer(before, top)(before.length);
}
