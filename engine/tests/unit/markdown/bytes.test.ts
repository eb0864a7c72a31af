import { expect, test } from "vitest";
import { toBytes } from "#markdown/bytes.ts";

test("a text comes back as it was, and is kept in no more bytes than it has", () => {
  for (const text of ["", "short", "é 😀 שלום ".repeat(2000)]) {
    const bytes = toBytes(text);
    expect(bytes.toString()).toBe(text);
    expect(bytes.buffer.byteLength).toBe(Buffer.byteLength(text));
  }
});
