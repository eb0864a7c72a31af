const encoder = new TextEncoder();

/** Stores a text outside the heap; `toString()` restores it. Buffer.from would keep a slab of 64 kB for any text. */
export const toBytes = (text: string): Buffer =>
  Buffer.from(encoder.encode(text).buffer);
