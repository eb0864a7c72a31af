const encoder = new TextEncoder();

/**
 * A text to be kept for the length of a build, outside the heap; `toString()` brings it back. Buffer.from would put it
 * into a slab of 64 kB, which one kept text keeps whole.
 */
export const toBytes = (text: string): Buffer =>
  Buffer.from(encoder.encode(text).buffer);
