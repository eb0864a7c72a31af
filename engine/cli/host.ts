import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isHost, toHostFile, writeServed } from "#build/host-folder.ts";
import { dist } from "#build/last-build.ts";
import { count } from "#check/report.ts";
import { readCall, refuseCall, withProgress, type Command } from "./command.ts";
import { Refusal } from "./plan.ts";

const usage = `npm run host -- caddy|nginx|vercel

Writes what a host needs to serve dist/ with its headers and redirects. Run it after every build.

  caddy   dist-caddy/: the Caddyfile to import, and site/ with a compressed copy of each text
  nginx   dist-nginx/: the same with nginx.conf
  vercel  vercel.json, which Vercel reads before it builds: commit it. Your own settings in it stay.

Netlify, Cloudflare and Apache need nothing: they read _headers, _redirects and .htaccess in dist/.`;

const vercelFile = "vercel.json";

const hostCommand: Command = async (root, args, { say }) => {
  const { words } = readCall(args, usage, {}, 1);
  const [host = ""] = words;
  if (!isHost(host))
    refuseCall(host ? `There is no host ${host}.` : "Which host?", usage);
  if (!existsSync(dist))
    throw new Refusal("There is no dist/ yet.\nNext: npm run build");
  const text = toHostFile(host);
  if (text === undefined)
    throw new Refusal(
      "dist/ was built for another address, by an older version, or with a _redirects or .htaccess of your own.\nNext: npm run build, with the same SITE_ADDRESS and SITE_BASE as this command.",
    );
  if (host === "vercel") {
    const file = join(root, vercelFile);
    const own = existsSync(file) ? readFileSync(file, "utf8") : "{}";
    writeFileSync(
      file,
      `${JSON.stringify({ ...toObject(own), ...(JSON.parse(text) as object) }, undefined, 2)}\n`,
    );
    return say(`Wrote ${vercelFile}. Next: commit it.`);
  }
  const folder = `${dist}-${host}`;
  mkdirSync(folder, { recursive: true });
  const compressed = await withProgress("Compressing", (step) =>
    writeServed(join(folder, "site"), step),
  );
  const file = join(folder, host === "caddy" ? "Caddyfile" : "nginx.conf");
  writeFileSync(file, text);
  say(
    `Wrote ${file} and ${folder}/site/; compressed ${count(compressed, "file")}. Next: upload ${folder}/, and name ${basename(file)} in the server's configuration, after root.`,
  );
};
export default hostCommand;

/** @throws a Refusal if the text is not an object in JSON */
function toObject(text: string): object {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === "object" && value) return value;
  } catch {
    // As below.
  }
  throw new Refusal(`${vercelFile} cannot be read: correct it, or delete it.`);
}
