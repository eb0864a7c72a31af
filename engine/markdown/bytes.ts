const encoder = new TextEncoder();

/**
 * Stores a text outside the heap for the rest of the build; `toString()` restores it. Buffer.from would use a slab of
 * 64 kB, which stays in memory as long as any text in it.
 */
export const toBytes = (text: string): Buffer =>
  Buffer.from(encoder.encode(text).buffer);
