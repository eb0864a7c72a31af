import { collectionNames } from "#model/collections.ts";
import { readNow } from "#model/dates.ts";
import { quote } from "#model/fields.ts";
import { toRuleName } from "#files/words.ts";
import { stateOf } from "#files/content.ts";
import { inBody, type Rule } from "#check/rule.ts";

/** A data: URL can be a megabyte long. */
const short = (address: string): string => quote(address).slice(1, -1);

export const pictureAltRule: Rule = {
  words: [
    {
      name: "article/picture-alt",
      severity: "error",
      about:
        'Every picture has alt text, or alt="" if it needs none. In a draft this is a warning.',
    },
  ],
  check: ({ collections }) => {
    const now = readNow();
    return collectionNames.flatMap((collection) =>
      collections[collection].flatMap((source) => {
        const { format, contents } = source;
        const isDraft = stateOf(source, now) === "draft";
        return (
          contents.pictures
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
                  format === "mdx"
                    ? "."
                    : `, or <img src="${short(address)}" alt=""> if it adds nothing.`
                }`,
                rule: `${toRuleName(collection)}/picture-alt`,
                ...(isDraft ? { severity: "warning" } : {}),
              }),
            )
        );
      }),
    );
  },
};
