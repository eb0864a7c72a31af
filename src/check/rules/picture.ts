import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Finding, Place } from "#articles/read.ts";
import type { ContentFile } from "../content.ts";
import { pictureEndings, toContentPath } from "../find-files.ts";
import type { Rule } from "../check-content.ts";

type Shown = {
  place: () => Place;
  source: ContentFile;
  address: string;
  field?: string;
  markup?: "markdown" | "html";
};

/** Every picture is a file beside its article that a browser can show. */
export const checkPictures: Rule = async ({ root, collections }) => {
  const shown = Object.values(collections).flat().flatMap(toShown);
  const states = new Map<string, Promise<string | undefined>>();
  const findings = await Promise.all(
    shown.map(async (picture): Promise<Finding[]> => {
      const problem = await toProblem(picture);
      if (!problem) return [];
      const { source, place, field } = picture;
      return [
        {
          file: source.file,
          ...place(),
          ...(field ? { field } : {}),
          ...problem,
          rule: "article/picture",
        },
      ];
    }),
  );
  return findings.flat();

  async function toProblem({ source, address, markup }: Shown) {
    const quoted = `"${address}"`;
    if (address === "")
      return {
        problem: "The picture has no address.",
        remedy: "Write its path from here, like ./gate.png.",
      };
    if (markup === "html")
      return /^\//.test(address)
        ? undefined
        : {
            problem: `<img> with ${quoted} is not read as a picture of this article.`,
            remedy: `Write ![what it shows](${address}) instead.`,
          };
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address))
      return {
        problem: `${quoted} is not on this site.`,
        remedy:
          "Save the picture beside the article and write its path from here, like ./gate.png.",
      };
    if (address.startsWith("/"))
      return {
        problem: `${quoted} starts at the root.`,
        remedy:
          "Put the picture beside the article and write its path from here, like ./gate.png.",
      };
    if (!address.startsWith("./") && !address.startsWith("../"))
      return {
        problem: `${quoted} does not say where to look.`,
        remedy: `Write ./${address}.`,
      };
    const path = toContentPath(source.file, decode(address));
    if (!path)
      return {
        problem: `${quoted} leads out of src/content.`,
        remedy:
          "Put the picture beside the article and write its path from here.",
      };
    if (!pictureEndings.includes(extname(path).toLowerCase()))
      return {
        problem: `${quoted} is not a picture a browser shows.`,
        remedy: `Save it as one of: ${pictureEndings.join(" ")}.`,
      };
    if (!states.has(path)) states.set(path, toState(join(root, path)));
    const state = await states.get(path);
    return (
      state && {
        problem: `${path} ${state}`,
        remedy: "Put the picture there, or correct the path.",
      }
    );
  }
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

/** What keeps a picture from being shown, or undefined. It is decoded to the end: half a file is found too. */
async function toState(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "EISDIR") return undefined;
    throw error;
  });
  if (!bytes) return "is not there.";
  if (bytes.length === 0) return "is an empty file.";
  const { default: sharp } = await import("sharp");
  return sharp(bytes, { failOn: "truncated" })
    .resize(8)
    .raw()
    .toBuffer()
    .then(
      () => undefined,
      () => "is damaged: it cannot be decoded.",
    );
}

/** Markdown may escape what a path holds: ./a%20gate.png. */
const decode = (address: string): string => {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
};
