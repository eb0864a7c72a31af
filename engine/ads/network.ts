import type { Policy } from "#policy.ts";

export type Network = {
  company: string;
  script: string;
  /** What the page may load for it, besides its own files. */
  policy: Policy;
  /** Whether readers are asked before anything is loaded. */
  isAsked: boolean;
  /** The most advertisements on a page. */
  most: 1 | 2;
  attributes: Record<string, string>;
  adsTxt?: string;
};
