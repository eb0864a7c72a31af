import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { toHeaderRules } from "#seo/headers.ts";
import {
  readPolicyHeader,
  readRedirects,
  toErrorDocument,
  toGoneFile,
} from "#seo/host-files.ts";
import { toCaddyfile, toNginx, toVercel } from "#seo/servers.ts";
import { addresses, toHref } from "#urls.ts";
import { dist } from "./last-build.ts";
import { readFolderState } from "./patch.ts";

/** Files for hosts that read them from `dist/`. */
const forOthers = /(?:^|\/)(?:_headers|_redirects|\.htaccess)$/;
const compressible =
  /\.(?:css|html|js|json|md|mjs|opml|svg|txt|webmanifest|xml)$/;
/** Below this, a compressed answer is hardly smaller. */
const leastCompressed = 1000;

const writers = { caddy: toCaddyfile, nginx: toNginx, vercel: toVercel };
type Host = keyof typeof writers;
export const isHost = (name: string): name is Host =>
  Object.hasOwn(writers, name);

/**
 * The settings of a host, from the headers and redirects that the build wrote for other hosts.
 * @returns undefined if the site was built for another address, or with other files in their place
 */
export function toHostFile(host: Host): string | undefined {
  const read = (file: string) =>
    existsSync(join(dist, file)) ? readFileSync(join(dist, file), "utf8") : "";
  const htaccess = read(".htaccess");
  const policy = readPolicyHeader(htaccess);
  const moves = readRedirects(read("_redirects"));
  if (!policy || !moves || !htaccess.startsWith(`${toErrorDocument()}\n`))
    return;
  return writers[host]({
    rules: toHeaderRules(policy),
    moves,
    gone: Object.keys(readFolderState(dist))
      .filter((file) => file.endsWith("/.htaccess"))
      // An owner may have such files in public/ too.
      .flatMap((file) => {
        const address = `/${dirname(file)}/`;
        return read(file) === toGoneFile(address)[1] ? [toHref(address)] : [];
      }),
  });
}

/**
 * Makes a folder that a server can serve as it is: the built site below its base, with a compressed copy of each text. What
 * has not changed since the last time is not compressed again.
 * @returns the number of files compressed
 */
export async function writeServed(
  folder: string,
  step: (done: number, total: number) => void,
): Promise<number> {
  const below = join(folder, toHref("/"));
  const files = Object.keys(readFolderState(dist)).filter(
    (file) => !forOthers.test(file),
  );
  const base = toHref("/").slice(1);
  // Nobody looks for these below a path.
  const atRoot = [addresses.robots, addresses.security]
    .map((address) => address.slice(1))
    .filter((file) => base && files.includes(file));
  const wanted = new Set([...files.map((file) => base + file), ...atRoot]);
  // Of the whole folder, which may have been made for another path.
  for (const file of Object.keys(readFolderState(folder)))
    if (!wanted.has(file.replace(/\.(?:br|gz)$/, "")) && !wanted.has(file))
      rmSync(join(folder, file));
  const work = files.filter(
    (file) => !isSame(join(dist, file), join(below, file)),
  );
  const total = work.length;
  let [done, compressed] = [0, 0];
  const takeNext = async () => {
    for (let file = work.pop(); file !== undefined; file = work.pop()) {
      const to = join(below, file);
      mkdirSync(dirname(to), { recursive: true });
      for (const path of [to, `${to}.br`, `${to}.gz`])
        rmSync(path, { recursive: true, force: true });
      const bytes = readFileSync(join(dist, file));
      if (compressible.test(file) && bytes.length >= leastCompressed) {
        const [br, gz] = await Promise.all([
          promisify(brotliCompress)(bytes, {
            params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
          }),
          promisify(gzip)(bytes, { level: 9 }),
        ]);
        writeFileSync(`${to}.br`, br);
        writeFileSync(`${to}.gz`, gz);
        compressed++;
      }
      // Last, so that a folder of a run that was killed is finished by the next.
      cpSync(join(dist, file), to, { preserveTimestamps: true });
      step(++done, total);
    }
  };
  await Promise.all(Array.from({ length: 4 }, takeNext));
  for (const file of atRoot) cpSync(join(dist, file), join(folder, file));
  return compressed;
}

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((path) =>
    statSync(path, { throwIfNoEntry: false }),
  );
  return (
    a !== undefined &&
    b !== undefined &&
    a.size === b.size &&
    readFileSync(one).equals(readFileSync(other))
  );
};
