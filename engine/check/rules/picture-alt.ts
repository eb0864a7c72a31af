import { collectionNames } from "#model/collections.ts";
import { quote } from "#model/fields.ts";
import { toRuleName } from "#files/words.ts";
import { inBody, milderInDraft, type Rule } from "#check/rule.ts";

/** A data: URL can be a megabyte long. */
const short = (address: string): string => quote(address).slice(1, -1);

export const pictureAltRule: Rule = {
  errors: {
    "article/picture-alt":
      'Every picture has alt text, or alt="" if it needs none. In a draft this is a warning.',
  },
  check: ({ collections }) =>
    collectionNames.flatMap((collection) =>
      collections[collection].flatMap((source) =>
        source.contents.pictures
          // Pictures without an address, or not recognised as pictures, are reported by the picture rule.
          .filter(
            ({ alt, address, markup }) =>
              alt !== "" &&
              !alt?.trim() &&
              address !== "" &&
              markup === "markdown",
          )
          .map(({ address, ...place }) =>
            inBody(source, place, {
              problem: `The picture ${quote(address)} has no alt text.`,
              // In MDX, <img> is not treated as a picture of the text.
              remedy: `Write ![what it shows](${short(address)})${
                source.format === "mdx"
                  ? "."
                  : `, or <img src="${short(address)}" alt=""> if it adds nothing.`
              }`,
              rule: `${toRuleName(collection)}/picture-alt`,
              ...milderInDraft(source),
            }),
          ),
      ),
    ),
};
