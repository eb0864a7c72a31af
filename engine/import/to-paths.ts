import { unescapePart } from "gatepost/text/escapes.ts";
import { toArticleDate } from "gatepost/model/dates.ts";
import { quote } from "gatepost/model/fields.ts";
import { toSlug } from "gatepost/model/slug.ts";
import { addresses, isOwnedByRoute, toAddressKey } from "gatepost/urls.ts";
import { toAlias, toOwnPath } from "./addresses.ts";
import { toNameParts } from "./markdown-files.ts";
import { toList, type Picker } from "./picker.ts";
import { toTexts } from "./source.ts";

/** Fields with earlier addresses. The other address fields hold the article's own, which may give it its slug. */
const earlier = /^(?:aliases|alias|redirect_from)$/i;

/**
 * An article's slug and old addresses.
 * @param permalink the pattern of addresses on the old site, for articles that do not state their own
 */
export function toPaths(
  picker: Picker,
  title: string | undefined,
  pubDate: string,
  permalink: string | undefined,
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
        (/^[\w.-]+(?:\/[\w.-]*)*$/.test(text) ? `/${text}` : undefined);
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
    (isFile ? toNameParts(source.path).name : undefined);
  const slug = toSlug(unescapePart(written ?? "")) || toSlug(title ?? "");
  if (written && written !== slug)
    note("guessed", `slug ${slug} from ${quote(written)}`);
  if (own === undefined && permalink) {
    const path = toPath(permalink, pubDate, slug, categories);
    if (path) {
      paths.unshift(path);
      note("guessed", `old address ${path}`);
    } else
      note("to do", `its old address is unknown: ${permalink} needs a date`);
  }

  const seen = new Set([toAddressKey(addresses.article(slug))]);
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
  return {
    slug,
    paths,
    aliases: aliases.length > 0 ? aliases : undefined,
  };
}

/**
 * An address from a pattern: /:categories/:year/:month/:day/:title.html; undefined if it needs a date and there is
 * none.
 */
function toPath(
  pattern: string,
  date: string,
  slug: string,
  categories: string[],
): string | undefined {
  const read = toArticleDate(date);
  const [year, month, day] =
    typeof read === "object" ? read.day.split("-") : [];
  const names = categories.map((one) => toSlug(one));
  const values: Record<string, string | undefined> = {
    year,
    month,
    day,
    title: slug,
    slug,
    filename: slug,
    categories: names.join("/"),
    category: names[0] ?? "",
  };
  const path = pattern.replace(
    /:([a-z]+)/g,
    (_, name: string) => values[name] ?? ":",
  );
  return path.includes(":") ? undefined : path.replace(/\/{2,}/g, "/");
}
