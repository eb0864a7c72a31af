import { createHmac } from "node:crypto";
import { addresses } from "#urls.ts";

export const secretVariable = "PREVIEW_SECRET";

/** Characters. In hexadecimal these are 128 bits, which nobody can try one after the other. */
const shortest = 32;

/** Why the secret cannot protect previews, and how to make one that can; undefined if it can. */
export function toSecretProblem(secret = process.env[secretVariable]) {
  if (secret && secret.length >= shortest) return undefined;
  return `${secret ? `${secretVariable} has ${secret.length} characters, and needs at least ${shortest}` : `${secretVariable} is not set`}: the addresses of private previews are made from it.
Make one with: openssl rand -hex 32`;
}

export const readPreviewSecret = (): string | undefined =>
  toSecretProblem() ? undefined : process.env[secretVariable];

/** The address of an unpublished article's private preview. Nobody can guess it without the secret. */
export const toPreviewAddress = (slug: string, secret: string): string =>
  addresses.preview(
    createHmac("sha256", secret).update(slug).digest("hex").slice(0, 40),
  );
