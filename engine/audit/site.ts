import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unescapePart as decode } from "#text/escapes.ts";
import type { Page, Reference } from "./read-page.ts";

/** Reports a problem in a built file: the words for $1, $2 … in the rule's message. */
export type Report = (
  file: string,
  rule: string,
  ...words: (string | number | undefined)[]
) => void;

export type Check = (site: Site, report: Report) => void;

export type Redirect = {
  from: string;
  to: string;
  status: string;
  pattern: RegExp;
};

const unknown = "https://unknown.invalid/";

export class Site {
  folder = "";
  root = "";
  /** The bytes of every file, by its path from the folder. */
  files = new Map<string, number>();
  texts = new Set<string>();
  pages = new Map<string, Page>();
  redirects: Redirect[] = [];
  references = new Map<string, Reference[]>();
  /** The site's address, with its base path. */
  home = new URL(unknown);

  read = (file: string): Buffer => readFileSync(join(this.folder, file));

  readText = (file: string): string =>
    this.read(file)
      .toString()
      .replace(/^\uFEFF/, "");

  /** The pages that readers see: not those that redirect. */
  get shown(): Page[] {
    return [...this.pages.values()].filter(
      (page) => page.refresh === undefined,
    );
  }

  get indexed(): Page[] {
    return this.shown.filter(
      ({ isIndexed, file }) =>
        isIndexed && !/(?:^|\/)404(?:\/index)?\.html$/.test(file),
    );
  }

  toUrl = (file: string): URL =>
    new URL(
      `./${encodeURI(toPath(file)).replace(/[?#]/g, encodeURIComponent)}`,
      this.home,
    );

  /** An address that is written in a file; null if it cannot be read. */
  toAddress(written: string, file: string): URL | null {
    const own = this.toUrl(file);
    return URL.parse(
      written,
      URL.parse(this.pages.get(file)?.base ?? "", own) ?? own,
    );
  }

  /** Whether an address may be on the site's host. */
  isOwnHost = ({ host }: URL): boolean =>
    host === this.home.host || this.home.href === unknown;

  /** What an address in a file leads to: a file or a redirect, if any. Undefined if it is not one of this site. */
  find(written: string, file = "index.html") {
    const url = this.toAddress(written, file);
    const { home } = this;
    if (
      !url ||
      !/^https?:$/.test(url.protocol) ||
      url.host !== home.host ||
      !`${url.pathname}/`.startsWith(home.pathname)
    )
      return undefined;
    const path = decode(url.pathname.slice(home.pathname.length));
    const folder = `${path}/index.html`;
    const found = (
      /(?:^|\/)$/.test(path)
        ? [`${path}index.html`]
        : [path, folder, `${path}.html`]
    ).find((one) => this.files.has(one));
    const rule = this.redirects.find(
      ({ pattern, status }) =>
        !found && /^[23]/.test(status) && pattern.test(decode(url.pathname)),
    );
    const page = this.pages.get(found ?? "");
    const redirect =
      page?.refresh ??
      (rule?.status.startsWith("3") ? rule.to : undefined) ??
      (found === folder ? `${url.pathname}/` : undefined);
    return { file: found, page, redirect, isMissing: !found && !rule };
  }

  /** Reports an address in a file, if it is one of this site and leads nowhere. */
  reportMissing(report: Report, file: string, written: unknown): void {
    if (typeof written === "string" && this.find(written, file)?.isMissing)
      report(file, "links/missing", written);
  }
}

/** `about/index.html` → `about/` */
export const toPath = (file: string): string =>
  file.replace(/(^|\/)index\.html$/, "$1");
