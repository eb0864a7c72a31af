import { extname } from "node:path";
import { collectionNames } from "#model/collections.ts";
import { quote } from "#model/fields.ts";
import type { Finding, Message } from "#files/finding.ts";
import { toRuleName } from "#files/words.ts";
import type { ContentFile } from "#files/content.ts";
import { pictureEndings, toContentPath } from "#files/find-files.ts";
import { toPictureFault } from "#check/picture-file.ts";
import { atField, inBody, type Rule } from "#check/rule.ts";

/** A picture, and how to report it. */
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
  },
  check: async ({ root, collections }) => {
    const findings: Finding[] = [];
    const queue = collectionNames.flatMap((collection) =>
      collections[collection].flatMap((source) =>
        toShown(source, `${toRuleName(collection)}/picture`),
      ),
    );
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

const beside =
  "Save the picture beside this file and write its relative path, like ./pan.png.";

/** The problem with a picture and the remedy; nothing if it is fine. */
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
