import { homedir } from "node:os";
import type { Check } from "../site.ts";

/** Files of a machine or an editor, but not those that hosts read. */
const isPrivate =
  /(?:^|\/)(?:\.(?!well-known\/|(?:htaccess|nojekyll|domains|assetsignore)$)|Thumbs\.db$|desktop\.ini$)|\.(?:bak|orig|old|sw[op]|tmp|log)$|~$/;
const isPicture = /\.(?:jpe?g|png|webp|avif|heic|tiff?)$/i;
/** The directory of a position in EXIF and the latitude in it, in both byte orders. */
const positions = [
  ["2588040001000000", "0200050003000000"],
  ["8825000400000001", "0002000500000003"],
].map((parts) => parts.map((part) => Buffer.from(part, "hex")));
/** A position in XMP. */
positions.push([Buffer.from("exif:GPSL")]);
const key = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+[\w+/=\s]{100}/;
const sourceMap = /^\/[/*][#@] sourceMappingURL=(?!data:)([^\s"'`]+)/m;
/** Other paths, like /var/www/html, are also in articles about servers. */
const isPersonal = /^(?:\/home\/|\/Users\/|[A-Z]:\\Users\\)./i;

export const leaks: Check = (site, report) => {
  const home = `${homedir()}/`;
  const roots = [site.root, site.folder].filter((path) => /.[/\\]./.test(path));
  const inCode = isPersonal.test(home) ? [...roots, home] : roots;
  const inTexts = roots.filter((path) => isPersonal.test(path));
  for (const file of site.files.keys()) {
    if (isPrivate.test(file)) report(file, "leaks/file");
    if (file.endsWith(".map")) report(file, "leaks/source-map", file);
    if (isPicture.test(file)) {
      const bytes = site.read(file);
      if (positions.some((parts) => parts.every((one) => bytes.includes(one))))
        report(file, "leaks/position");
    }
    if (!site.texts.has(file)) continue;
    const text = site.readText(file);
    const isCode = /\.(?:m?js|css)$/.test(file);
    const path = (isCode ? inCode : inTexts).find((one) => text.includes(one));
    if (path) report(file, "leaks/path", path);
    const map = isCode ? sourceMap.exec(text)?.[1] : undefined;
    if (map) report(file, "leaks/source-map", map);
    if (key.test(text)) report(file, "leaks/key", "-----BEGIN");
  }
};
