import { htmlToHast, type HastNode } from "satteri";
import { compareDates, toArticleDate } from "#articles/dates.ts";
import { quote } from "#articles/fields.ts";
import { articleSchema, pathOnly } from "#articles/schema.ts";
import { toSlug } from "#articles/slug.ts";
import { todo } from "#articles/todo.ts";
import { isOwnedByRoute, toKey } from "#check/rules/address.ts";
import { addresses } from "#urls.ts";
import { toAlias, toOwnPath } from "./addresses.ts";
import { toNameParts } from "./markdown-files.ts";
import {
  toTexts,
  type Field,
  type Note,
  type SourceArticle,
} from "./source.ts";
import { meaningless, synonyms, type Target } from "./synonyms.ts";
import { toDate } from "./to-date.ts";

/** What the site has that an article may name, each by its file name. */
export type Names = { slug: string; title: string }[];
export type Options = {
  categories: Names;
  authors: Names;
  /** The category of what names none that is here. */
  category?: string | undefined;
  /** How addresses of files were made that do not say their own: /:year/:month/:title/. */
  permalink?: string | undefined;
};

/** A source's fields as ours, and all that was not taken over. */
export type Mapped = {
  source: SourceArticle;
  /** Empty when nothing in the source gives it one. */
  slug: string;
  /** Where it was to be found until now: what links to it may say. */
  paths: string[];
  fields: Record<string, unknown>;
  cover?: Field;
  notes: Note[];
  /** Fields that are kept as comments. */
  kept: Pick<Field, "name" | "value">[];
};

const { shape } = articleSchema(pathOnly);
const mostTags = 10;

/** Maps a source's fields with the table of synonyms. @param title what the text says when no field does */
export function toFields(
  source: SourceArticle,
  title: string | undefined,
  options: Options,
): Mapped {
  const notes: Note[] = [];
  const kept: Mapped["kept"] = [];
  const left = new Set(
    source.fields.filter(
      ({ value }) => toTexts(value).length > 0 || typeof value === "object",
    ),
  );
  const note = (kind: Note["kind"], text: string, line?: number) =>
    void notes.push({ kind, text, ...(line === undefined ? {} : { line }) });
  const keep = ({ name, value }: Pick<Field, "name" | "value">) =>
    void kept.push({ name, value });

  /** The fields of ours by any name they go by, the best name first. */
  const gather = (target: Target): Field[] =>
    synonyms[target].flatMap((name) =>
      [...left].filter(
        (field) => field.name.toLowerCase() === name.toLowerCase(),
      ),
    );
  const use = (field: Field, target: string) => {
    left.delete(field);
    note(
      "mapped",
      field.name === target ? target : `${field.name} → ${target}`,
      field.line,
    );
  };
  /** The first field that can be read. */
  function take<T>(
    target: Target,
    read: (field: Field) => T | undefined,
  ): T | undefined {
    for (const field of gather(target)) {
      const value = read(field);
      if (value === undefined) continue;
      use(field, target);
      return value;
    }
    return undefined;
  }
  const takeText = (target: "title" | "description") =>
    take(target, (field) => {
      const text = toPlain(toTexts(field.value).join(" "), source);
      if (text === "") return undefined;
      const fits = shape[target].safeParse(text);
      if (fits.success) return text;
      note(
        "to do",
        `${target}: ${fits.error.issues[0]?.message ?? ""} Write a shorter one`,
        field.line,
      );
      keep(field);
      return todo;
    });
  const takeFlag = (target: "featured" | "toc") =>
    take(
      target,
      ({ value }) =>
        ({ true: true, "1": true, false: false, "0": false })[String(value)],
    );
  const sayDate = (said: Note) => void notes.push(said);

  const parts = toNameParts(source.path);
  const isFile = source.part === undefined;
  const fields: Record<string, unknown> = { draft: true };

  fields["title"] = takeText("title");
  if (fields["title"] === undefined) {
    const fits = title !== undefined && shape.title.safeParse(title).success;
    fields["title"] = fits ? title : todo;
    note(
      fits ? "guessed" : "to do",
      fits
        ? `title from the text: ${quote(title)}`
        : "title: there is none; write one",
    );
  }
  fields["description"] = takeText("description");

  fields["pubDate"] = take("pubDate", (field) => {
    const date = toDate(field, sayDate);
    if (date === todo) keep(field);
    return date;
  });
  if (fields["pubDate"] === undefined && parts.date && isFile) {
    const date = toDate(
      { name: "file name", value: parts.date, line: 1 },
      sayDate,
    );
    if (date) note("mapped", "file name → pubDate");
    fields["pubDate"] = date;
  }
  if (fields["pubDate"] === undefined) {
    fields["pubDate"] = todo;
    note("to do", "pubDate: there is no date; write one like 2026-02-28");
  }
  fields["updatedDate"] = take("updatedDate", (field) => {
    const date = toDate(field, sayDate);
    const [first, last] = [
      toArticleDate(String(fields["pubDate"])),
      toArticleDate(date ?? ""),
    ];
    if (typeof last !== "object") return undefined;
    if (typeof first !== "object" || compareDates(last, first) >= 0)
      return date;
    note("dropped", `${field.name}: ${date} is before pubDate`, field.line);
    left.delete(field);
    return undefined;
  });

  // Whatever says where the article was.
  const paths: string[] = [];
  for (const field of gather("aliases")) {
    for (const text of toTexts(field.value)) {
      const path =
        toOwnPath(text, source.hosts) ??
        (/^[\w.-]+(?:\/[\w.-]*)*$/.test(text) ? `/${text}` : undefined);
      if (path !== undefined) paths.push(path);
      else
        note(
          "to do",
          `${field.name}: ${quote(text)} is on another host; --site takes it for this site`,
          field.line,
        );
    }
    use(field, "aliases");
  }
  const named = paths.map(
    (path) =>
      /([^/]+?)(?:\.\w{2,5})?\/?$/.exec(
        path.replace(/[?#].*$/, "").replace(/\/index\.\w+$/, "/"),
      )?.[1],
  )[0];
  const written =
    take("slug", ({ value }) =>
      toTexts(value)[0]?.split("/").findLast(Boolean),
    ) ??
    named ??
    (isFile ? parts.name : undefined);
  const titled =
    fields["title"] === todo ? "" : toSlug(String(fields["title"]));
  const slug = toSlug(decodeText(written ?? "")) || titled;
  if (written && written !== slug)
    note("guessed", `slug ${slug} from ${quote(written)}`);
  if (isFile && paths.length === 0 && options.permalink) {
    const path = toPath(
      options.permalink,
      String(fields["pubDate"]),
      slug,
      gather("category")
        .slice(0, 1)
        .flatMap((field) => toList(field, source)),
    );
    if (path) paths.push(path);
    note(
      path ? "guessed" : "to do",
      path
        ? `old address ${path}`
        : `its old address cannot be told from ${options.permalink} without a date`,
    );
  }
  const aliases = new Map<string, string>();
  for (const path of paths) {
    const alias = toAlias(path);
    if (alias && toKey(alias) === toKey(addresses.article(slug))) continue;
    if (alias && !isOwnedByRoute(alias))
      aliases.set(toKey(alias), aliases.get(toKey(alias)) ?? alias);
    else {
      note(
        "dropped",
        `the address ${quote(path)} ${alias ? "belongs to a page of the site" : "cannot lead here"}`,
      );
      keep({ name: "address", value: path });
    }
  }
  fields["aliases"] = aliases.size > 0 ? [...aliases.values()] : undefined;

  // The first category that is here is the article's; all others are tags.
  const others: string[] = [];
  for (const field of gather("category")) {
    use(field, "category");
    for (const text of toList(field, source)) {
      const found = options.categories.find(({ slug, title }) =>
        [slug, toSlug(title)].includes(toSlug(text)),
      );
      if (found && !fields["category"]) fields["category"] = found.slug;
      else if (found?.slug !== fields["category"] || !found) others.push(text);
    }
  }
  if (!fields["category"]) {
    fields["category"] = options.category ?? todo;
    if (options.category)
      note("guessed", `category ${options.category}, as asked for`);
    else
      note(
        "to do",
        `category: ${others.length > 0 ? `none here is ${others.map((text) => quote(text)).join(" or ")}` : "there is none"}; write one of ${options.categories.map(({ slug }) => slug).join(", ")}`,
      );
  }
  const tagged = gather("tags").flatMap((field) => {
    use(field, "tags");
    return toList(field, source);
  });
  const tags = new Map<string, string>();
  for (const text of [...tagged, ...others]) {
    const tag = toSlug(text);
    if (tags.has(tag)) continue;
    if (tag && tags.size < mostTags) tags.set(tag, text);
    else {
      note(
        "dropped",
        `the tag ${quote(text)}: ${tag ? `${mostTags} are enough` : "no letter or digit in it"}`,
      );
      keep({ name: "tag", value: text });
    }
  }
  fields["tags"] = tags.size > 0 ? [...tags.keys()] : undefined;

  const authors = new Set<string>();
  for (const field of gather("authors")) {
    use(field, "authors");
    for (const text of toList(field, source)) {
      // RSS writes desk@example.org (The desk).
      const name = /\(([^()]+)\)$/.exec(text)?.[1] ?? text;
      const found = options.authors.find(({ slug, title }) =>
        [slug, toSlug(title)].includes(toSlug(name)),
      );
      if (found) authors.add(found.slug);
      else {
        note(
          "to do",
          `author ${quote(name)} is not here: add a file to src/content/authors/, then write authors:`,
          field.line,
        );
        keep({ name: field.name, value: text });
      }
    }
  }
  fields["authors"] = authors.size > 0 ? [...authors] : undefined;

  fields["canonicalUrl"] = take("canonicalUrl", ({ value }) => {
    const address = shape.canonicalUrl.safeParse(value);
    return address.success ? address.data : undefined;
  });
  for (const field of gather("id")) {
    const text = toTexts(field.value)[0];
    if (!fields["id"] && shape.id.safeParse(text).success) {
      use(field, "id");
      fields["id"] = text;
    }
  }
  fields["featured"] = takeFlag("featured") || undefined;
  fields["toc"] = takeFlag("toc") === false ? false : undefined;
  for (const field of gather("draft")) {
    left.delete(field);
    note(
      "dropped",
      `${field.name}: ${toTexts(field.value).join()}; all that is imported begins as a draft`,
      field.line,
    );
  }
  const cover = take("cover.image", (field) =>
    toTexts(field.value)[0]
      ? { ...field, value: toTexts(field.value)[0] }
      : undefined,
  );
  if (cover)
    fields["cover"] = {
      alt: take(
        "cover.alt",
        ({ value }) => shape.cover.unwrap().shape.alt.safeParse(value).data,
      ),
      caption: take("cover.caption", ({ value }) => {
        const caption = toPlain(toTexts(value).join(" "), source);
        return caption && caption.length <= 300 ? caption : undefined;
      }),
    };

  for (const field of [...left].sort((a, b) => a.line - b.line)) {
    const isKnown = meaningless.has(field.name.toLowerCase());
    note(
      "dropped",
      `${field.name}: ${quote(field.value)}${isKnown ? "" : ", kept as a comment"}`,
      field.line,
    );
    if (!isKnown) keep(field);
  }
  return {
    source,
    slug,
    paths,
    fields,
    ...(cover ? { cover } : {}),
    notes,
    kept,
  };
}

/** Words in a list or in one text: separated by commas, and by spaces where Jekyll does so. */
function toList({ name, value }: Field, { dialect }: SourceArticle): string[] {
  if (typeof value !== "string") return toTexts(value);
  const separator = value.includes(",")
    ? ","
    : dialect === "jekyll" && /^(?:categories|tags)$/i.test(name)
      ? /\s+/
      : /$^/;
  return toTexts(value.split(separator));
}

/** A title or a description without the HTML that exports write it in; one paragraph. */
function toPlain(text: string, { format }: SourceArticle): string {
  const isHtml =
    /<\/?[a-z][^>]*>/i.test(text) ||
    (format === "html" && /&[#\w]+;/.test(text));
  const read = (node: HastNode): string =>
    "children" in node
      ? node.children.map((child) => read(child as HastNode)).join("")
      : node.type === "text"
        ? node.value
        : "";
  return (isHtml ? read(htmlToHast(text, { fragment: true })) : text)
    .replace(/\s+/g, " ")
    .trim();
}

/** caf%C3%A9 → café */
function decodeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An address from a pattern: /:categories/:year/:month/:day/:title.html; undefined when it asks for a date that is none. */
function toPath(
  pattern: string,
  date: string,
  slug: string,
  categories: string[],
): string | undefined {
  const read = toArticleDate(date);
  const [year, month, day] =
    typeof read === "object" ? read.day.split("-") : [];
  const values: Record<string, string | undefined> = {
    year,
    month,
    day,
    title: slug,
    slug,
    filename: slug,
    name: slug,
    categories: categories.map((one) => toSlug(one)).join("/"),
    category: toSlug(categories[0] ?? ""),
  };
  const path = pattern.replace(
    /:([a-z]+)/g,
    (_, name: string) => values[name] ?? ":",
  );
  return path.includes(":") ? undefined : path.replace(/\/{2,}/g, "/");
}
