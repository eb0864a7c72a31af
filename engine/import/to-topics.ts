import { quote } from "gatepost/model/fields.ts";
import { toSlug } from "gatepost/model/slug.ts";
import { todo } from "gatepost/text/todo.ts";
import { toList, type Picker } from "./picker.ts";

/** What the site has that an article may name, each by its file name. */
export type Names = { slug: string; title: string }[];

const mostTags = 10;

const findName = (names: Names, text: string) =>
  names.find(({ slug, title }) => [slug, toSlug(title)].includes(toSlug(text)));

/** The first category that is here is the article's; all others are tags. */
export function toTopics(
  picker: Picker,
  categories: Names,
  asked: string | undefined,
): { category: string; tags: string[] | undefined } {
  const { source, note, keep } = picker;
  let category: string | undefined;
  const others: string[] = [];
  for (const field of picker.gather("category")) {
    const before = category;
    for (const text of toList(field, source)) {
      const found = findName(categories, text)?.slug;
      category ??= found;
      if (!found || found !== category) others.push(text);
    }
    picker.use(field, category === before ? "tags" : "category");
  }
  if (!category) {
    const why =
      others.length > 0
        ? `none here is ${others.map((text) => quote(text)).join(" or ")}`
        : "there is none";
    if (asked) note("guessed", `category ${asked}, as asked for: ${why}`);
    else
      note(
        "to do",
        `category: ${why}; write one of ${categories.map(({ slug }) => slug).join(", ")}`,
      );
  }

  const tagged = picker.gather("tags").flatMap((field) => {
    picker.use(field, "tags");
    return toList(field, source);
  });
  const tags = new Set<string>();
  for (const text of [...tagged, ...others]) {
    const tag = toSlug(text);
    if (tags.has(tag)) continue;
    if (tag && tags.size < mostTags) tags.add(tag);
    else {
      note(
        "dropped",
        `the tag ${quote(text)}: ${tag ? `${mostTags} are enough` : "no letter or digit in it"}`,
      );
      keep({ name: "tag", value: text });
    }
  }
  return {
    category: category ?? asked ?? todo,
    tags: tags.size > 0 ? [...tags] : undefined,
  };
}

/** The authors that are here; the others are left to do, and the article is the site's own until then. */
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
          `author ${quote(name)} is not here: add a file to src/content/authors/, then write authors:`,
          field.line,
        );
        picker.keep({ name: field.name, value: text });
      }
    }
  }
  return authors.size > 0 ? [...authors] : undefined;
}
