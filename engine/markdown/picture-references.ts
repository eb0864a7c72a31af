import { defineMdastPlugin } from "satteri";

/** ![alt][name] with [name]: ./pan.png elsewhere becomes ![alt](./pan.png), the only form that Astro looks for. */
export const resolvePictureReferences = () => {
  const definitions = new Map<
    string,
    { url: string; title?: string | null | undefined }
  >();
  return [
    defineMdastPlugin({
      name: "collect-definitions",
      definition: ({ identifier, url, title }) => {
        // Of two definitions the first one counts, as everywhere in Markdown.
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
