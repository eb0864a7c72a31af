import { extname } from "node:path";
import { collectionNames } from "#model/collections.ts";
import { quote } from "#model/fields.ts";
import type { Finding, Place } from "#files/finding.ts";
import { toRuleName } from "#files/words.ts";
import type { ContentFile } from "#files/content.ts";
import { pictureEndings, toContentPath } from "#files/find-files.ts";
import { toPictureFault } from "#check/picture-file.ts";
import type { Rule } from "#check/rule.ts";

type Shown = {
  place: () => Place;
  source: ContentFile;
  address: string;
  field?: string;
  markup?: "markdown" | "html";
};

/** How many pictures are decoded at once, to limit memory and open files. */
const atOnce = 4;

export const pictureRule: Rule = {
  words: [
    {
      name: "article/picture",
      severity: "error",
      about:
        "Every picture is a file beside its text, in a format that browsers show.",
    },
  ],
  check: async ({ root, collections }) => {
    const findings: Finding[] = [];
    const queue = collectionNames.flatMap((collection) =>
      collections[collection].flatMap((source) =>
        toShown(source).map((shown) => ({ ...shown, collection })),
      ),
    );
    const work = async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const { source, place, field, collection } = next;
        const problem = await toProblem(next);
        if (problem)
          findings.push({
            file: source.file,
            ...place(),
            ...(field ? { field } : {}),
            ...problem,
            rule: `${toRuleName(collection)}/picture`,
          });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return findings;

    async function toProblem({ source, address, markup }: Shown) {
      const quoted = quote(address);
      if (address === "")
        return {
          problem: "The picture has no address.",
          remedy: "Write its relative path, like ./pan.png.",
        };
      if (markup === "html")
        return {
          problem: `The HTML with ${quoted} is not recognised as a picture.`,
          remedy: `Write ![what it shows](./pan.png), with the picture beside this file.`,
        };
      if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address))
        return {
          problem: `${quoted} is not on this site.`,
          remedy:
            "Save the picture beside this file and write its relative path, like ./pan.png.",
        };
      if (address.startsWith("/"))
        return {
          problem: `${quoted} is an absolute path.`,
          remedy:
            "Put the picture beside this file and write its relative path, like ./pan.png.",
        };
      if (!address.startsWith("./") && !address.startsWith("../"))
        return {
          problem: `${quoted} is not a relative path.`,
          remedy: `Write ./${address}.`,
        };
      const path = toContentPath(source.file, address);
      if (!path)
        return {
          problem: `${quoted} is outside src/content.`,
          remedy:
            "Put the picture beside this file and write its relative path.",
        };
      if (/[?#%]/.test(address))
        return {
          problem: `${quoted} contains a character that is reserved in addresses.`,
          remedy: "Rename the picture using letters, digits and hyphens.",
        };
      if (!pictureEndings.includes(extname(path).toLowerCase()))
        return {
          problem: `${quoted} is not a picture format that browsers show.`,
          remedy: `Save it as one of: ${pictureEndings.join(" ")}.`,
        };
      const fault = await toPictureFault(root, path);
      return fault && { ...fault, problem: `${path} ${fault.problem}` };
    }
  },
};

function toShown(source: ContentFile): Shown[] {
  const fields = ["cover", "picture"].flatMap((field): Shown[] => {
    const value = source.data[field] as { image?: unknown } | null | undefined;
    return typeof value?.image === "string"
      ? [
          {
            source,
            address: value.image,
            field: `${field}.image`,
            place: () => source.placeOf([field, "image"]),
          },
        ]
      : [];
  });
  const inBody = source.contents.pictures.map(
    ({ line, column, address, markup }) => ({
      source,
      address,
      markup,
      place: () => ({ line: line + source.linesBefore, column }),
    }),
  );
  return [...fields, ...inBody];
}
