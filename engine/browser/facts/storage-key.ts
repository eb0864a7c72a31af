import { site } from "#site.ts";

/** For scripts: a build puts the value in place of this module, so that no page loads the settings. */
export const { storageKey } = site;
