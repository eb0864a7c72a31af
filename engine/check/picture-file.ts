import { isUtf8 } from "node:buffer";
import { readFile, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { messageLanguage, toCount, type Finding } from "#files/finding.ts";
import { contentFolder } from "#files/find-files.ts";
import { toSvgProblem } from "./svg.ts";

/** The problem with a picture, to follow the file's name, and the remedy. */
type Fault = Pick<Finding, "problem" | "remedy">;

/** Limits of what a build can resize and a phone can show. */
const mostBytes = 10_000_000;
const mostPixels = 50_000_000;
/** Pictures from this size are decoded one at a time: four at once took 3 GB. */
const manyPixels = 10_000_000;
let turn: Promise<unknown> = Promise.resolve();
const saveSmaller = "Save it smaller: 2,400 pixels wide is plenty.";

/** How PNG, JPEG, GIF, WebP and AVIF files begin, one character per byte; nothing else is passed to a decoder. */
const signature =
  /^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8|RIFF[^]{4}WEBP|[^]{4}ftyp(?:avi[fs]|mif1|msf1))/;

/** Results by path, so that a watching check decodes only what changed. */
const known = new Map<string, { stamp: string; fault: Fault | undefined }>();

/**
 * Why a file cannot be shown as a picture; undefined if it can. Decodes the whole file, so that truncated ones are found.
 * @param path from the project's root, with `/`
 */
export async function toPictureFault(root: string, path: string) {
  const file = join(root, path);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return toFault("does not exist.");
  const target = await realpath(file).catch(() => file);
  if (!target.startsWith((await realpath(join(root, contentFolder))) + sep))
    return toFault(
      `is a link to a file outside ${contentFolder}.`,
      "Put the picture itself there.",
    );
  const stamp = `${target}:${found.mtimeMs}:${found.size}`;
  const before = known.get(file);
  if (before?.stamp === stamp) return before.fault;
  const fault = await readFault(file, found.size);
  known.set(file, { stamp, fault });
  return fault;
}

async function readFault(file: string, size: number) {
  if (size === 0) return toFault("is an empty file.");
  if (size > mostBytes)
    return toFault(
      `has ${toMega(size)} MB; the limit is ${toMega(mostBytes)} MB.`,
      saveSmaller,
    );
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return toFault("cannot be read.");
  const isSvg = extname(file).toLowerCase() === ".svg";
  const fault = isSvg ? readSvgFault(bytes) : await readPixelFault(bytes);
  if (fault || (await isSized(file, bytes))) return fault;
  return isSvg
    ? toFault(
        "has no size: an SVG needs width and height, or a viewBox, in its first lines.",
      )
    : damaged;
}

function readSvgFault(bytes: Buffer): Fault | undefined {
  if (!isUtf8(bytes))
    return toFault(
      "is not UTF-8 text.",
      "Save it as plain SVG, uncompressed and in UTF-8.",
    );
  const problem = toSvgProblem(bytes.toString().replace(/^\uFEFF/, ""));
  if (!problem) return undefined;
  return toFault(
    problem,
    problem.startsWith("is ")
      ? undefined
      : "Save it as plain SVG, without scripts and without links to other files, or as PNG.",
  );
}

async function readPixelFault(bytes: Buffer): Promise<Fault | undefined> {
  if (!signature.test(bytes.toString("latin1", 0, 32))) return damaged;
  const { default: sharp } = await import("sharp");
  try {
    const {
      width,
      height,
      pages = 1,
    } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height * pages > mostPixels)
      return toFault(
        `has ${pages > 1 ? `${toCount(pages)} pictures of ` : ""}${toCount(width)} × ${toCount(height)} pixels; the limit is ${toMega(mostPixels)} million.`,
        saveSmaller,
      );
    const decode = () =>
      sharp(bytes, { failOn: "truncated" }).resize(8).raw().toBuffer();
    if (width * height < manyPixels) await decode();
    else await (turn = turn.then(decode, decode));
    return undefined;
  } catch {
    return damaged;
  }
}

const isSized = async (file: string, bytes: Buffer): Promise<boolean> => {
  const { imageMetadata } = await import("astro/assets/utils");
  return imageMetadata(bytes, file).then(
    () => true,
    () => false,
  );
};

function toFault(
  problem: string,
  remedy = "Put a working picture there, or correct the path.",
): Fault {
  return { problem, remedy };
}

const damaged = toFault("is damaged: it cannot be decoded.");

/** 10400000 → "10.4" */
const toMega = (number: number): string =>
  (number / 1e6).toLocaleString(messageLanguage, { maximumFractionDigits: 1 });
