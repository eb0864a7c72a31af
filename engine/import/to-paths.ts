import { unescapePart } from "gatepost/text/escapes.ts";
import { toArticleDate } from "gatepost/model/dates.ts";
import { quote } from "gatepost/model/fields.ts";
import { toSlug } from "gatepost/model/slug.ts";
import { addresses, isOwnedByRoute, toAddressKey } from "gatepost/urls.ts";
import { toAlias, toOwnPath } from "./addresses.ts";
import { toFileName } from "./markdown-files.ts";
import { toList, type Picker } from "./picker.ts";
import { toTexts, type SourceArticle } from "./source.ts";

/** Fields with earlier addresses. The other address fields hold the article's own, which may give it its slug. */
const earlier = /^(?:aliases|alias|redirect_from)$/i;

/** The longest slug, which leaves room for a date and a number in 200 characters. */
const maxSlug = 180;

/** An article's slug and old addresses; `patterns` are of old addresses that it does not state, and of slugs here. */
export function toPaths(
  picker: Picker,
  title: string | undefined,
  pubDate: string,
  patterns: { permalink?: string | undefined; slug?: string | undefined },
): { slug: string; paths: string[]; aliases: string[] | undefined } {
  const { source, note } = picker;
  const isFile = source.part === undefined;
  const paths: string[] = [];
  let own: string | undefined;
  const categories = picker
    .gather("category")
    .slice(0, 1)
    .flatMap((field) => toList(field, source));
  for (const field of picker.gather("aliases")) {
    for (const text of toTexts(field.value)) {
      const path =
        toOwnPath(text, source.hosts) ??
        (/^[^\s/:?#]+(?:\/[^\s:?#]*)?$/.test(text) ? `/${text}` : undefined);
      if (path !== undefined) paths.push(path);
      else
        note(
          "to do",
          `${field.name}: ${quote(text)} is on another host (--site names the old site)`,
          field.line,
        );
      if (!earlier.test(field.name)) own ??= path;
    }
    picker.use(field, "aliases");
  }

  const named =
    own &&
    /([^/]+?)(?:\.\w{2,5})?\/?$/.exec(
      own.replace(/[?#].*$/, "").replace(/\/index\.\w+$/, "/"),
    )?.[1];
  const written =
    picker.take("slug", ({ value }) =>
      toTexts(value)[0]?.split("/").findLast(Boolean),
    ) ??
    named ??
    (isFile ? toFileName(source.path).name : undefined);
  const read = toArticleDate(pubDate);
  const parts: Parts = {
    day: typeof read === "object" ? read.day : undefined,
    number: toNumber(source),
    title: unescapePart(written ?? title ?? ""),
    categories,
  };
  const { slug, from } = findSlug([
    ["--slug", patterns.slug && toPath(patterns.slug, parts)],
    ["", written],
    ["", title],
    ["the article's number", parts.number],
    ["its day", parts.day],
  ]);
  if (!from && slug === fallback)
    note("to do", `slug: nothing to make one from; npm run rename changes it`);
  else if (from || (written && written !== slug))
    note(
      "guessed",
      `slug ${slug} from ${from || quote(shorten(written ?? title ?? ""))}`,
    );
  if (own === undefined && patterns.permalink) {
    const path = toPath(patterns.permalink, parts);
    if (path) {
      paths.unshift(path);
      note("guessed", `old address ${path}`);
    } else
      note(
        "to do",
        `its old address is unknown: ${patterns.permalink} needs a ${patterns.permalink.includes(":number") ? "number" : "date"}`,
      );
  }

  const seen = new Set<string>();
  const aliases = paths.flatMap((path) => {
    const alias = toAlias(path);
    const key = alias && toAddressKey(alias);
    if (key && seen.has(key)) return [];
    if (key && !isOwnedByRoute(alias)) {
      seen.add(key);
      return [alias];
    }
    note(
      "dropped",
      `the address ${quote(path)} ${alias ? "is used by a page of this site" : "cannot be an alias"}`,
    );
    picker.keep({ name: "address", value: path });
    return [];
  });
  return { slug, paths, aliases: aliases.length > 0 ? aliases : undefined };
}

const fallback = "article";
const shorten = (text: string) =>
  text.length > 60 ? `${text.slice(0, 60)}…` : text;

/** The first legal slug, and where it is from. A long one is cut after a word. */
function findSlug(choices: [from: string, text: string | undefined][]) {
  for (const [from, text = ""] of choices) {
    const whole = toSlug(unescapePart(text));
    const cut = whole.slice(0, maxSlug + 1);
    const slug =
      whole.length > maxSlug
        ? cut.slice(0, Math.max(cut.lastIndexOf("-"), 0) || maxSlug)
        : whole;
    if (slug && !isOwnedByRoute(addresses.article(slug))) return { slug, from };
  }
  return { slug: fallback, from: "" };
}

/** The number of an article in its system: WordPress's 12 or ?p=12, Blogger's post-12. */
const toNumber = ({ fields }: SourceArticle): string | undefined =>
  ["wp:post_id", "post_id", "id", "guid", "link"].flatMap((name) => {
    const { value } = fields.find((field) => field.name === name) ?? {};
    return /(?:^|[?&]p=|\bpost-)(\d+)$/.exec(String(value))?.[1] ?? [];
  })[0];

type Parts = {
  day: string | undefined;
  number: string | undefined;
  /** As the old site wrote it. */
  title: string;
  categories: string[];
};

/** An address or a slug from a pattern, such as /:year/:title.html; undefined if it lacks the date or the number. */
function toPath(pattern: string, parts: Parts): string | undefined {
  const [year, month, day] = parts.day?.split("-") ?? [];
  const names = parts.categories.map((one) => toSlug(one));
  // Other scripts and accents stay, as on the old site.
  const title = parts.title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  const values: Record<string, string | undefined> = {
    year,
    month,
    day,
    number: parts.number,
    title,
    slug: title,
    filename: title,
    categories: names.join("/"),
    category: names[0] ?? "",
  };
  const path = pattern.replace(
    /:([a-z]+)/g,
    (_, name: string) => values[name] ?? ":",
  );
  return path.includes(":") ? undefined : path.replace(/\/{2,}/g, "/");
}
