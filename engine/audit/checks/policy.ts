import type { Page } from "../read-page.ts";
import type { Check, Problem, Site } from "../site.ts";

/** The content security policy of each page, and what it blocks. */
export const policy: Check = function* (site) {
  for (const page of site.shown) {
    const { file, policies, beforePolicy } = page;
    if (policies.length === 0)
      yield [file, "policy/missing", "The page has no policy."];
    else if (beforePolicy.length > 0)
      yield [
        file,
        "policy/late",
        `A <${beforePolicy[0]}> is before the policy.`,
      ];
    for (const text of policies) yield* checkPolicy(site, page, text);
  }
};

function* checkPolicy(site: Site, page: Page, text: string): Iterable<Problem> {
  const { file, inline, handlers } = page;
  const directives = new Map(
    text.split(";").map((directive): [string, string[]] => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name.toLowerCase(), sources];
    }),
  );
  for (const [name, sources] of directives)
    for (const source of sources)
      if (/^'unsafe-(?:inline|eval)'$/.test(source))
        yield [file, "policy/unsafe", `${name} has ${source}.`, source];
  const toSources = (use: string) =>
    directives.get(`${use}-src-elem`) ??
    directives.get(`${use}-src`) ??
    directives.get("default-src");
  for (const use of ["script", "style"] as const) {
    const sources = toSources(use);
    if (!sources || sources.includes("'unsafe-inline'")) continue;
    for (const hash of inline[use])
      if (!sources.includes(hash))
        yield [file, "policy/inline", `An inline ${use} is blocked: ${hash}`];
    for (const name of handlers)
      if ((name === "style") === (use === "style"))
        yield [
          file,
          "policy/attribute",
          `The attribute ${name} is blocked.`,
          ` ${name}=`,
        ];
  }
  for (const { written, use } of page.references) {
    if (use === "link" || use === "share") continue;
    const sources =
      use === "form" ? directives.get("form-action") : toSources(use);
    const url = site.toAddress(written, file);
    if (
      url &&
      sources &&
      !sources.some((source) => isAllowed(source, url, site))
    )
      yield [
        file,
        "policy/source",
        `${written} is blocked as ${use}: only ${sources.join(" ")} is allowed.`,
        written,
      ];
  }
}

/** Whether a source of a policy, like 'self', data: or https://*.example.org/js/, allows an address. */
function isAllowed(source: string, url: URL, { home }: Site): boolean {
  if (source === "'self'") return url.host === home.host;
  if (source === "'strict-dynamic'" || source === url.protocol) return true;
  const [, protocol = home.protocol, host = "", path = ""] =
    /^(?:([a-z]+:)\/\/)?([^/':]+(?::\d+)?)(\/.*)?$/i.exec(source) ?? [];
  return (
    // http: in a policy covers https:.
    [protocol, protocol.replace(/^http:/, "https:")].includes(url.protocol) &&
    (host.startsWith("*")
      ? url.host.endsWith(host.slice(1))
      : url.host === host) &&
    (path.endsWith("/")
      ? url.pathname.startsWith(path)
      : path === "" || url.pathname === path)
  );
}
