import { defineMdastPlugin } from "satteri";

/** Converts ![alt][name] to ![alt](./pan.png), the only form that Astro supports. */
export const resolvePictureReferences = () => {
  const definitions = new Map<
    string,
    { url: string; title?: string | null | undefined }
  >();
  return [
    defineMdastPlugin({
      name: "collect-definitions",
      definition: ({ identifier, url, title }) => {
        // As in all Markdown, the first of two definitions counts.
        if (!definitions.has(identifier))
          definitions.set(identifier, { url, title });
      },
    }),
    defineMdastPlugin({
      name: "resolve-picture-references",
      imageReference({ identifier, alt }) {
        const definition = definitions.get(identifier);
        return definition && { type: "image", alt, ...definition };
      },
    }),
  ];
};
