/** The sources of each directive of a content security policy. */
export type Policy = Readonly<Record<string, readonly string[]>>;

/**
 * The policy of every page. Astro adds `script-src` and `style-src`, with the hashes of the inline ones.
 * @param formTargets origins of other sites to which forms are sent
 */
export const toBasePolicy = (formTargets: readonly string[]): Policy => ({
  "default-src": ["'none'"],
  "connect-src": ["'self'"],
  "font-src": ["'self'"],
  "img-src": ["'self'"],
  "manifest-src": ["'self'"],
  "media-src": ["'self'"],
  "worker-src": ["'self'"],
  "object-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'self'", ...formTargets],
  "require-trusted-types-for": ["'script'"],
  "trusted-types": ["default"],
});

/** The search runs WebAssembly. This does not allow eval of text. */
export const scriptSources = ["'self'", "'wasm-unsafe-eval'"];

export const videoPolicy: Policy = {
  "frame-src": ["https://www.youtube-nocookie.com"],
};

/** The header has no page's own policy to rely on, and forbids frames, which `<meta>` cannot. */
export const headerPolicy: Policy = { "frame-ancestors": ["'none'"] };

const trustedTypes = "require-trusted-types-for";
/** For pages with scripts that turn text into HTML, as many from other sites do. */
export const textAsHtmlPolicy: Policy = { [trustedTypes]: [] };

/** Combines policies into one that allows what any of them allows. */
export function joinPolicies(policies: readonly Policy[]): Policy {
  const joined: Record<string, string[]> = {};
  for (const [name, sources] of policies.flatMap((one) =>
    Object.entries(one),
  )) {
    const all = new Set([...(joined[name] ?? []), ...sources]);
    if (all.size > 1) all.delete("'none'");
    joined[name] = [...all];
  }
  if (policies.some((one) => one[trustedTypes]?.length === 0)) {
    delete joined[trustedTypes];
    delete joined["trusted-types"];
  }
  return joined;
}

/** The directives as Astro's configuration has them. */
export const toDirectives = (policy: Policy): string[] =>
  Object.entries(policy).map(([name, sources]) => [name, ...sources].join(" "));

/** As in a header or `<meta>`. */
export const toPolicyText = (policy: Policy) => toDirectives(policy).join(";");

/** The reverse of `toPolicyText`; directives of the same name are joined. */
export const readPolicy = (text: string): Policy =>
  joinPolicies(
    text
      .split(";")
      .map((directive) => directive.trim().split(/\s+/))
      .filter(([name]) => name)
      .map(([name = "", ...sources]) => ({ [name]: sources })),
  );
