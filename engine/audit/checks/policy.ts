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
  const { file, inline, blocked } = page;
  const found = (rule: string, problem: string, at?: string): Problem => [
    file,
    `policy/${rule}`,
    problem,
    at,
  ];
  const directives = new Map(
    text.split(";").map((directive): [string, string[]] => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name.toLowerCase(), sources];
    }),
  );
  const toSources = (use: string) =>
    directives.get(`${use}-src-elem`) ??
    directives.get(`${use}-src`) ??
    directives.get("default-src");
  for (const [name, sources] of directives)
    for (const source of sources)
      if (/^'unsafe-(?:inline|eval)'$/.test(source))
        yield found("unsafe", `${name} has ${source}.`, source);
  for (const use of ["script", "style"] as const) {
    const sources = toSources(use);
    if (!sources || sources.includes("'unsafe-inline'")) continue;
    for (const hash of inline[use])
      if (!sources.includes(hash))
        yield found("inline", `An inline ${use} is blocked: ${hash}`);
    for (const name of blocked)
      if ((name === "style") === (use === "style"))
        yield found(
          "attribute",
          `The attribute ${name} is blocked.`,
          ` ${name}=`,
        );
  }
  for (const { written, use } of page.references) {
    if (use === "link" || use === "share") continue;
    const sources =
      use === "form" ? directives.get("form-action") : toSources(use);
    const url = site.toAddress(written, file);
    if (url && sources?.every((source) => !isAllowed(source, url, site)))
      yield found(
        "source",
        `${written} is blocked as ${use}: only ${sources.join(" ")} is allowed.`,
        written,
      );
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
