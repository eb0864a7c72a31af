import { createHash } from "node:crypto";

/** A hash of a content file, 16 characters long. */
export const toDigest = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex").slice(0, 16);
