import { expect, test } from "vitest";
import { toBytes } from "#markdown/bytes.ts";

test("a text is stored unchanged and takes no more bytes than it has", () => {
  for (const text of ["", "short", "é 😀 שלום ".repeat(2000)]) {
    const bytes = toBytes(text);
    expect(bytes.toString()).toBe(text);
    expect(bytes.buffer.byteLength).toBe(Buffer.byteLength(text));
  }
});
