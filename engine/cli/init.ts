import { globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { siteSchema } from "#site-settings.ts";
import {
  readCall,
  refuseCall,
  type Command,
  type Terminal,
} from "./command.ts";
import { toPubDate } from "./local-date.ts";
import { applyPlan, Refusal } from "./plan.ts";

/** The flags of `init` and `fresh` for the facts of a publication. */
export const factFlags = {
  name: { type: "string" },
  address: { type: "string" },
  yes: { type: "boolean" },
} as const;

const usage = `npx gatepost init [flags]

Writes an empty publication into an empty folder in which gatepost is installed: settings, colours, an example article
and pages that say what to write. Nothing is ever overwritten.

  --name TEXT      what the publication is called
  --address URL    where it will be, like https://example.org
  --yes            do not ask`;

const engine = join(import.meta.dirname, "..");

/** Files that are there once npm has installed the engine in an empty folder. */
const installed = /^(?:package(?:-lock)?\.json|node_modules|\.git|.*\.tgz)$/;

const init: Command = async (root, args, terminal) => {
  const { values } = readCall(args, usage, factFlags, 0);
  const others = readdirSync(root).filter((name) => !installed.test(name));
  if (others.length > 0)
    throw new Refusal(
      `This folder is not empty: it has ${others.slice(0, 5).join(", ")}${others.length > 5 ? " …" : ""}.\nNext: make an empty folder, install gatepost there and run npx gatepost init in it.`,
    );

  const files = toInitFiles(await readFacts(values, usage, terminal));
  const template = JSON.parse(files.get("package.json") as string) as Manifest;
  const own = readManifest(root);
  files.set(
    "package.json",
    toManifestText({
      ...template,
      ...own,
      type: "module",
      scripts: { ...template.scripts, ...own.scripts },
      dependencies: {
        gatepost: String(readManifest(engine).version),
        ...own.dependencies,
      },
    }),
  );
  await applyPlan(root, { writes: files });
  terminal.say(
    `Written: ${files.size} files, an empty publication. README.md says what to change first.\nNext: npm install && npm start`,
  );
};
export default init;

type Facts = { name: string; address: string };

export async function readFacts(
  values: { [Fact in keyof Facts]?: string } & { yes?: boolean },
  usage: string,
  terminal: Pick<Terminal, "ask">,
): Promise<Facts> {
  const usual = { name: "A new publication", address: "https://example.org" };
  const form = `Write a scheme and a host, like ${usual.address}.`;
  const isAddress = (address: string) =>
    siteSchema.shape.address.safeParse(address).success;
  const { name, address } = values;
  const ask = values.yes ? undefined : terminal.ask;

  if (address !== undefined && !isAddress(address))
    refuseCall(`--address ${address} is not an address. ${form}`, usage);
  const called =
    name?.trim() ||
    (await ask?.(`What is the publication called? (${usual.name})`, String));
  const found =
    address ??
    (await ask?.(`What will its address be? (${usual.address})`, (answer) => {
      if (!answer || isAddress(answer)) return answer;
      throw new Refusal(form);
    }));
  return {
    name: called || usual.name,
    address: new URL(found || usual.address).origin,
  };
}

type Manifest = Record<string, unknown> & {
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
};

/** A folder's `package.json`; empty if it cannot be read. */
export const readManifest = (root: string): Manifest => {
  try {
    return JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    ) as Manifest;
  } catch {
    return {};
  }
};

export const toManifestText = (manifest: Manifest): string =>
  `${JSON.stringify(manifest, undefined, 2)}\n`;

export function toInitFiles({ name, address }: Facts): Map<string, string> {
  const now = new Date();
  const facts: Record<string, string> = {
    NAME: name,
    ADDRESS: address,
    AUTHORITY: `${new URL(address).hostname},${now.getFullYear()}`,
    TODAY: toPubDate(now),
  };
  const folder = join(engine, "init");
  const files = globSync("**/*", { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
  return new Map(
    files.sort().map((file) => [
      // npm packs no files called .gitignore or .npmrc, and globSync skips hidden folders.
      file.replace(/^(?=(?:gitignore|npmrc)$|(?:github|vscode)\/)/, "."),
      readFileSync(join(folder, file), "utf8").replace(
        /("?)%([A-Z]+)%\1/g,
        (_, quote, fact) =>
          quote ? JSON.stringify(facts[fact]) : (facts[fact] as string),
      ),
    ]),
  );
}
