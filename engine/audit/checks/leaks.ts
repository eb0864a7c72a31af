import { homedir } from "node:os";
import type { Check } from "../site.ts";

/** Files of a machine or an editor, but not those that web servers read. */
const isPrivate =
  /(?:^|\/)(?:\.(?!well-known\/|htaccess$|nojekyll$)|Thumbs\.db$|desktop\.ini$)|\.(?:bak|orig|old|sw[op]|tmp|log)$|~$/;
const isPicture = /\.(?:jpe?g|png|webp|avif|heic|tiff?)$/i;
/** A position in EXIF, in both byte orders, and in XMP. */
const positions = [
  Buffer.from("2588040001000000", "hex"),
  Buffer.from("8825000400000001", "hex"),
  Buffer.from("exif:GPSL"),
];
const key = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+[\w+/=\s]{100}/;
const sourceMap = /[#@] sourceMappingURL=(?!data:)\S+/;

/** What nobody meant to publish. */
export const leaks: Check = function* (site) {
  // Shorter paths, like /srv, are also in articles about servers.
  const paths = [site.root, site.folder].filter((path) => /.[/\\]./.test(path));
  for (const file of site.files.keys()) {
    if (isPrivate.test(file))
      yield [file, "leaks/file", "This file is not for readers."];
    if (file.endsWith(".map"))
      yield [file, "leaks/source-map", "This is a source map."];
    if (!site.texts.has(file) && !isPicture.test(file)) continue;
    const bytes = site.read(file);
    if (isPicture.test(file)) {
      if (positions.some((position) => bytes.includes(position)))
        yield [file, "leaks/position", "The picture says where it was taken."];
      continue;
    }
    const text = bytes.toString("latin1");
    const isCode = /\.(?:m?js|css)$/.test(file);
    for (const path of isCode ? [...paths, `${homedir()}/`] : paths)
      if (text.includes(path))
        yield [
          file,
          "leaks/path",
          `It has a path of this machine: ${path}`,
          path,
        ];
    const [map] = (isCode && sourceMap.exec(text)) || [];
    if (map) yield [file, "leaks/source-map", "It names a source map.", map];
    if (key.test(text))
      yield [file, "leaks/key", "It has a private key.", "-----BEGIN"];
  }
};
