import { createHash } from "node:crypto";
import type { Page } from "../read-page.ts";
import type { Check, Report, Site } from "../site.ts";

/** The content security policy of each page, and what it blocks. */
export const policy: Check = (site, report) => {
  const isUsed = site.shown.some(({ policies }) => policies.length > 0);
  const missing = isUsed ? "policy/missing" : "policy/none";
  const toHash = newHasher();
  for (const page of site.shown) {
    const { file, policies, beforePolicy } = page;
    if (policies.length === 0) report(file, missing, "The page has no policy.");
    else if (beforePolicy !== undefined)
      report(file, "policy/late", `A <${beforePolicy}> is before the policy.`);
    for (const text of policies) checkPolicy(site, report, page, text, toHash);
  }
};

/** Returns a function for the hash of an inline script or style, as in a policy. Most pages have the same ones. */
function newHasher(): (text: string) => string {
  const hashes = new Map<string, string>();
  return (text) => {
    const hash =
      hashes.get(text) ??
      `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    hashes.set(text, hash);
    return hash;
  };
}

function checkPolicy(
  site: Site,
  report: Report,
  page: Page,
  text: string,
  toHash: (text: string) => string,
): void {
  const found = (rule: string, problem: string, at?: string) =>
    report(page.file, `policy/${rule}`, problem, at);
  const directives = new Map<string, string[]>();
  for (const directive of text.split(";")) {
    const [name = "", ...sources] = directive.trim().split(/\s+/);
    directives.set(name.toLowerCase(), sources);
    for (const source of sources)
      if (/^'unsafe-(?:inline|eval)'$/.test(source))
        found("unsafe", `${name} has ${source}.`, source);
  }
  const toSources = (use: string, part = "elem") =>
    directives.get(`${use}-src-${part}`) ??
    directives.get(`${use}-src`) ??
    (use === "frame" ? directives.get("child-src") : undefined) ??
    directives.get("default-src");
  // Nonces and longer hashes are not checked.
  const isStrict = (sources: string[] | undefined) =>
    sources?.every((one) => !/^'(?:unsafe-|nonce|sha384|sha512)/.test(one));

  for (const { name, text: inline } of page.inline) {
    const sources = toSources(name);
    if (isStrict(sources) && !sources?.includes(toHash(inline)))
      found("inline", `An inline ${name} is blocked: ${toHash(inline)}`);
  }
  for (const name of page.blocked)
    if (isStrict(toSources(name === "style" ? name : "script", "attr")))
      found("attribute", `The attribute ${name} is blocked.`, ` ${name}=`);
  for (const { written, use } of page.references.values()) {
    const url = site.toAddress(written, page.file);
    if (use === "link" || use === "share" || !url) continue;
    if (!/^(?:https?|data|blob):$/.test(url.protocol)) continue;
    const sources =
      use === "form" ? directives.get("form-action") : toSources(use);
    if (sources?.every((source) => !isAllowed(source, url, site)))
      found(
        "source",
        `${written} is blocked as ${use}: only ${sources.join(" ")} is allowed.`,
        written,
      );
  }
}

/** A scheme, a host, and a port and path of a policy's source, each optional. */
const inSource = /^(?:([a-z]+:)\/\/)?([^/':]+)(?::(\d+|\*))?(\/.*)?$/i;

/** Whether a source of a policy, like 'self', data: or https://*.example.org/js/, allows an address. */
function isAllowed(source: string, url: URL, site: Site): boolean {
  if (/^'self'$/i.test(source)) return site.isOwnHost(url);
  if (/^'(?:strict-dynamic|nonce-)/i.test(source)) return true;
  // http: in a policy covers https:.
  const hasProtocol = (protocol: string) =>
    [protocol, protocol.replace(/^http:/, "https:")].includes(url.protocol);
  if (/^[a-z][a-z+.-]*:$/i.test(source))
    return hasProtocol(source.toLowerCase());
  const [, protocol = site.home.protocol, host = "", port = "", path = ""] =
    inSource.exec(source) ?? [];
  return (
    hasProtocol(protocol.toLowerCase()) &&
    (host.startsWith("*")
      ? url.hostname.endsWith(host.slice(1).toLowerCase())
      : url.hostname === host.toLowerCase()) &&
    (port === "*" || url.port === port.replace(/^(?:80|443)$/, "")) &&
    (path.endsWith("/")
      ? url.pathname.startsWith(path)
      : path === "" || url.pathname === path)
  );
}
