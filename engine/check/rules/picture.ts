import { extname } from "node:path";
import { collectionNames } from "#model/collections.ts";
import { quote } from "#model/fields.ts";
import type { Finding, Message } from "#files/finding.ts";
import { toRuleName } from "#files/words.ts";
import type { ContentFile } from "#files/content.ts";
import { pictureEndings, toContentPath } from "#files/find-files.ts";
import { toPictureFault } from "#check/picture-file.ts";
import { append } from "#text/body-tree.ts";
import { atField, inBody, milderInDraft, type Rule } from "#check/rule.ts";

type Shown = {
  source: ContentFile;
  address: string;
  isHtml: boolean;
  report: (message: Message) => Finding;
  rule: string;
};

/** How many pictures are decoded at once, to limit memory and open files. */
const atOnce = 4;

export const pictureRule: Rule = {
  errors: {
    "article/picture":
      "Every picture is a file beside its text, in a format that browsers show.",
    "article/picture-alt":
      'Every picture has alt text, or alt="" if it needs none. In a draft this is a warning.',
  },
  check: async ({ root, collections }) => {
    const findings: Finding[] = [];
    const queue: Shown[] = [];
    for (const collection of collectionNames)
      for (const source of collections[collection]) {
        const rule = `${toRuleName(collection)}/picture`;
        append(queue, toShown(source, rule));
        append(findings, checkAlt(source, `${rule}-alt`));
      }
    const work = async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const [problem, remedy] = await check(root, next);
        if (problem && remedy)
          findings.push(next.report({ problem, remedy, rule: next.rule }));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return findings;
  },
};

/** Reports pictures without alt text, except those that `check` reports. */
const checkAlt = (source: ContentFile, rule: string): Finding[] =>
  source.contents.pictures
    .filter(
      ({ alt, address, markup }) =>
        alt !== "" && !alt?.trim() && address !== "" && markup === "markdown",
    )
    .map((picture) => {
      const quoted = quote(picture.address);
      // A data: URL can be a megabyte long.
      const short = quoted.slice(1, -1);
      // In MDX, <img> is not treated as a picture of the text.
      const decorative =
        source.format === "mdx"
          ? ""
          : `, or <img src="${short}" alt=""> if it adds nothing`;
      return inBody(source, picture, {
        problem: `The picture ${quoted} has no alt text.`,
        remedy: `Write ![what it shows](${short})${decorative}.`,
        rule,
        ...milderInDraft(source),
      });
    });

const beside =
  "Save the picture beside this file and write its relative path, like ./pan.png.";

async function check(
  root: string,
  { source, address, isHtml }: Shown,
): Promise<[problem?: string, remedy?: string]> {
  const quoted = quote(address);
  if (address === "")
    return [
      "The picture has no address.",
      "Write its relative path, like ./pan.png.",
    ];
  if (isHtml)
    return [
      `The HTML with ${quoted} is not recognised as a picture.`,
      "Write ![what it shows](./pan.png), with the picture beside this file.",
    ];
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address))
    return [`${quoted} is not on this site.`, beside];
  if (address.startsWith("/"))
    return [`${quoted} is an absolute path.`, beside];
  if (!/^\.{1,2}\//.test(address))
    return [`${quoted} is not a relative path.`, `Write ./${address}.`];
  const path = toContentPath(source.file, address);
  if (!path) return [`${quoted} is outside src/content.`, beside];
  if (/[?#%]/.test(address))
    return [
      `${quoted} contains a character that is reserved in addresses.`,
      "Rename the picture using letters, digits and hyphens.",
    ];
  if (!pictureEndings.includes(extname(path).toLowerCase()))
    return [
      `${quoted} is not a picture format that browsers show.`,
      `Save it as one of: ${pictureEndings.join(" ")}.`,
    ];
  const fault = await toPictureFault(root, path);
  return fault ? [`${path} ${fault.problem}`, fault.remedy] : [];
}

const toShown = (source: ContentFile, rule: string): Shown[] => [
  ...["cover", "picture"].flatMap((field): Shown[] => {
    const value = source.data[field] as { image?: unknown } | null | undefined;
    return typeof value?.image === "string"
      ? [
          {
            source,
            address: value.image,
            isHtml: false,
            report: (message) => atField(source, [field, "image"], message),
            rule,
          },
        ]
      : [];
  }),
  ...source.contents.pictures.map((picture) => ({
    source,
    address: picture.address,
    isHtml: picture.markup === "html",
    report: (message: Message) => inBody(source, picture, message),
    rule,
  })),
];
