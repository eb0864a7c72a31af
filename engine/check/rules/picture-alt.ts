import { collectionNames } from "#model/collections.ts";
import { readNow } from "#model/dates.ts";
import { quote } from "#model/fields.ts";
import { toRuleName } from "#files/words.ts";
import { stateOf } from "#files/content.ts";
import { inBody, type Rule } from "#check/rule.ts";

/** A picture written into its own address may be a megabyte. */
const short = (address: string): string => quote(address).slice(1, -1);

/** Every picture in a text has words for whoever cannot see it, or says that it needs none. */
export const pictureAltRule: Rule = {
  words: [
    {
      name: "article/picture-alt",
      severity: "error",
      about:
        'Every picture has words for whoever cannot see it, or says with alt="" that it needs none. In a draft it is a warning.',
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
            // What has no address, or is not read as a picture, is told so by the rule for pictures.
            .filter(
              ({ alt, address, markup }) =>
                alt !== "" &&
                !alt?.trim() &&
                address !== "" &&
                markup === "markdown",
            )
            .map(({ address, ...place }) =>
              inBody(source, place, {
                problem: `The picture ${quote(address)} has no words for whoever cannot see it.`,
                // MDX has no <img> that is read as a picture of the text.
                remedy: `Write ![what it shows](${short(address)})${
                  format === "mdx"
                    ? "."
                    : `, or <img src="${short(address)}" alt=""> when it says nothing.`
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
