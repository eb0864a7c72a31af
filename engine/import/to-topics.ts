import { quote } from "gatepost/model/fields.ts";
import { toSlug } from "gatepost/model/slug.ts";
import { todo } from "gatepost/text/todo.ts";
import { toList, type Picker } from "./picker.ts";
import type { Field } from "./source.ts";

/** The site's categories or authors. */
export type Names = { slug: string; title: string }[];

const maxTags = 10;
/** WordPress's category for articles without one, in its languages: "no category", "not classified" or "general". */
const uncategorised = RegExp(
  `^(?:${[
    "(?:un|u|o|de|ne)[ck]ateg\\p{L}+",
    "(?:nicht |ikke |icke |niet (?:ge)?|geen |g[ae]en |bez |be |s[eiaä]n |sem |s?enza |sense |fără |nav |pa |të pa|tak ber|tanpa |tiada |sen ?)[ck]ateg\\p{L}+",
    "(?:χωρίς |μη )κατηγ\\p{L}+|(?:без |не)(?:катег|рубр|клас)\\p{L}+|αταξινόμητα",
    "non[ -]class[ée]e?s?|unclassified|no category|kategoriaton|kategorizálatlan|nincs kategorizálva|kategor(?:ilenmemiş|isiz)",
    "nezařazen[éoá]|nezar[aá]den[éoá]|määratlemata|rubriigita|sailkatu gabea?k?|óflokkað|айдарсыз|digategori|heb gategori",
    "allgemein|genel|yleinen|egyéb|כללי|ללא קטגוריה",
    "غير مصنف|دسته[\\s\\u200C]?بندی[\\s\\u200C]?نشده|chưa (?:được )?phân loại|ไม่มีหมวดหมู่|ไม่จัดหมวดหมู่|अवर्गीकृत|অশ্রেণীবদ্ধ",
    "未分[类類]|未归类|미분류|분류되지 않음",
  ].join("|")})$`,
  "iu",
);

/** The one with a slug or a title: titles without Latin letters have no slug to compare. */
const findName = (names: Names, text: string) => {
  const toForm = (title: string) =>
    toSlug(title) || title.normalize("NFKC").trim().toLowerCase();
  return names.find(({ slug, title }) =>
    [slug, toForm(title)].includes(toForm(text)),
  );
};

/** The first category that the site has becomes the article's; all others become tags. */
export function toTopics(
  picker: Picker,
  categories: Names,
  asked: string | undefined,
): { category: string; tags: string[] | undefined } {
  const { source, note, keep } = picker;
  let category: string | undefined;
  const others: string[] = [];
  const toNames = (field: Field): string[] =>
    toList(field, source).filter((text) => {
      const isNone =
        uncategorised.test(text.normalize("NFC")) &&
        !findName(categories, text);
      if (isNone) note("dropped", `${field.name}: ${quote(text)}`, field.line);
      return !isNone;
    });
  for (const field of picker.gather("category")) {
    const before = category;
    const texts = toNames(field);
    for (const text of texts) {
      const found = findName(categories, text)?.slug;
      category ??= found;
      if (!found || found !== category) others.push(text);
    }
    if (texts.length === 0) picker.left.delete(field);
    else picker.use(field, category === before ? "tags" : "category");
  }
  if (!category) {
    const why =
      others.length > 0
        ? `there is no ${others.map((text) => quote(text)).join(" or ")} here`
        : "the source has none";
    if (asked) note("guessed", `category ${asked} from --category: ${why}`);
    else
      note(
        "to do",
        `category: ${why}; write one of ${categories.map(({ slug }) => slug).join(", ")}`,
      );
  }

  const tagged = picker.gather("tags").flatMap((field) => {
    picker.use(field, "tags");
    return toNames(field);
  });
  const tags = new Set<string>();
  for (const text of [...tagged, ...others]) {
    const tag = toSlug(text);
    if (tags.has(tag)) continue;
    if (tag && tags.size < maxTags) tags.add(tag);
    else {
      note(
        "dropped",
        `the tag ${quote(text)}: ${tag ? `an article has ${maxTags} tags at most` : "it has no Latin letter or digit"}`,
      );
      keep({ name: "tag", value: text });
    }
  }
  return {
    category: category ?? asked ?? todo,
    tags: tags.size > 0 ? [...tags] : undefined,
  };
}

/** The authors that the site has. Others are reported, and the article has the site's default author until then. */
export function toAuthors(picker: Picker, names: Names): string[] | undefined {
  const authors = new Set<string>();
  for (const field of picker.gather("authors")) {
    picker.left.delete(field);
    for (const text of toList(field, picker.source)) {
      // RSS writes desk@example.org (The desk).
      const name = /\(([^()]+)\)$/.exec(text)?.[1] ?? text;
      const found = findName(names, name);
      if (found) {
        authors.add(found.slug);
        picker.use(field, "authors");
      } else {
        picker.note(
          "to do",
          `author ${quote(name)} is unknown: add a file to src/content/authors/, then add its name to authors:`,
          field.line,
        );
        picker.keep({ name: field.name, value: text });
      }
    }
  }
  return authors.size > 0 ? [...authors] : undefined;
}
