type Rule = { allows: boolean; path: string };

/**
 * Whether a robots.txt allows a crawler to read a path, by RFC 9309: all groups with its name together, or else the
 * groups for all crawlers; the longest matching rule wins, and on a tie, "allow".
 */
export function mayRead(robots: string, crawler: string, path: string) {
  const groups: { names: string[]; rules: Rule[] }[] = [];
  let isNaming = false;
  for (const line of robots.split(/\r\n|\r|\n/)) {
    const [, field = "", value = ""] =
      /^\s*([A-Za-z-]+)\s*:\s*([^#]*?)\s*(?:#.*)?$/.exec(line) ?? [];
    const key = field.toLowerCase();
    if (key === "user-agent") {
      if (!isNaming) groups.push({ names: [], rules: [] });
      groups.at(-1)?.names.push(value.toLowerCase());
      isNaming = true;
    } else if (key === "allow" || key === "disallow") {
      groups
        .at(-1)
        ?.rules.push({ allows: key === "allow", path: value || "\0" });
      isNaming = false;
    }
  }
  const rulesOf = (name: string) => {
    const own = groups.filter(({ names }) => names.includes(name));
    return own.length > 0 ? own.flatMap(({ rules }) => rules) : undefined;
  };
  const rules = rulesOf(crawler.toLowerCase()) ?? rulesOf("*") ?? [];
  const [best] = rules
    .filter((rule) => path.startsWith(rule.path))
    .sort((a, b) => b.path.length - a.path.length || +b.allows - +a.allows);
  return best?.allows ?? true;
}
