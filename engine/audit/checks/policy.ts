import { createHash } from "node:crypto";
import type { Page } from "../read-page.ts";
import type { Check, Report, Site } from "../site.ts";

export const policy: Check = (site, report) => {
  const isUsed = site.shown.some(({ policies }) => policies.length > 0);
  for (const page of site.shown) {
    const { file, policies, beforePolicy } = page;
    if (policies.length === 0)
      report(file, isUsed ? "policy/missing" : "policy/none");
    else if (beforePolicy !== undefined)
      report(file, "policy/late", "", beforePolicy);
    for (const text of policies) checkPolicy(site, report, page, text);
  }
};

function checkPolicy(
  site: Site,
  report: Report,
  { file, inline, blocked, references }: Page,
  text: string,
): void {
  const directives = new Map<string, string[]>();
  for (const directive of text.split(";")) {
    const [name = "", ...sources] = directive.trim().split(/\s+/);
    directives.set(name.toLowerCase(), sources);
    for (const source of sources)
      if (/^'unsafe-(?:inline|eval)'$/.test(source))
        report(file, "policy/unsafe", source, name);
  }
  const toSources = (use: string, part = "elem") =>
    directives.get(`${use}-src-${part}`) ??
    directives.get(`${use}-src`) ??
    (use === "frame" ? directives.get("child-src") : undefined) ??
    directives.get("default-src");
  // Nonces and longer hashes are not checked.
  const isStrict = (sources: string[] | undefined) =>
    sources?.every((one) => !/^'(?:unsafe-|nonce|sha384|sha512)/.test(one));

  for (const { name, text: code } of inline) {
    const sources = toSources(name);
    const hash = `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
    if (isStrict(sources) && !sources?.includes(hash))
      report(file, "policy/inline", "", name, hash);
  }
  for (const name of blocked)
    if (isStrict(toSources(name === "style" ? name : "script", "attr")))
      report(file, "policy/attribute", `${name}=`);
  for (const { written, use } of references.values()) {
    const url = site.toAddress(written, file);
    if (use === "link" || use === "share" || !url) continue;
    if (!/^(?:https?|data|blob):$/.test(url.protocol)) continue;
    const sources =
      use === "form" ? directives.get("form-action") : toSources(use);
    if (sources?.every((source) => !isAllowed(source, url, site)))
      report(file, "policy/source", written, use, sources.join(" "));
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
