import type { Policy } from "#policy.ts";

/** An advertising network, whose script fills an element. */
export type Network = {
  /** The company, as readers know it. */
  company: string;
  script: string;
  /** What the page may load for it, besides its own files. */
  policy: Policy;
  /** Whether readers are asked before anything is loaded. */
  isAsked: boolean;
  /** The most advertisements on a page. */
  most: 1 | 2;
  attributes: Record<string, string>;
  /** The text of /ads.txt, for networks that ask for one. */
  adsTxt?: string;
};
