import { readFonts } from "#theme/fonts.ts";
import { atField, filesOf, type Rule } from "#check/rule.ts";

/** Characters that every font has, or nearly: most sites need not read their fonts. */
const common = /^[\x20-\x7e\xa0-\xff‘’“”–—…€]*$/;

export const shareImageRule: Rule = {
  warnings: {
    "theme/glyphs":
      "The fonts of share images have the characters of every title; one title that they lack is named.",
  },
  check: async (content) => {
    const titles = filesOf(content).flatMap((file) =>
      ["title", "name"].flatMap((field) => {
        const title = file.data[field];
        return typeof title === "string" && !common.test(title)
          ? { file, field, title }
          : [];
      }),
    );
    if (titles.length === 0) return [];
    const { readGlyphs, toDrawn, toFontFiles } =
      await import("#theme/glyphs.ts");
    const { fonts } = await readFonts(content.root);
    const glyphs = readGlyphs(toFontFiles(content.root, fonts.reading));
    // Without its packages installed, a site has no fonts to compare.
    if (glyphs.size === 0) return [];
    const [first, ...others] = titles.flatMap((one) => {
      const { shown, missing } = toDrawn(one.title, glyphs);
      return shown && missing.length === 0 ? [] : { ...one, missing };
    });
    if (!first) return [];
    const { file, field, title, missing } = first;
    const also =
      others.length > 0
        ? ` ${others.length} more ${others.length === 1 ? "title has" : "titles have"} this problem.`
        : "";
    return [
      atField(file, [field], {
        problem:
          missing.length === 0
            ? `Share images omit emoji, so nothing of ${title} is left.${also}`
            : `Share images cannot show ${title}: their fonts lack ${missing.slice(0, 10).join(" ")}${missing.length > 10 ? " …" : ""}.${also}`,
        remedy:
          missing.length === 0
            ? "Add words. Until then, the image shows the site's name."
            : "Add a font that has them to moreScripts of the reading typeface in src/theme/fonts.ts. Until then, the image shows the site's name.",
        rule: "theme/glyphs",
      }),
    ];
  },
};
