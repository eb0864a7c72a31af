import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

/**
 * Adds optional packages of other platforms to package-lock.json. npm leaves them out if its registry does not have them,
 * and then `npm ci` fails because they are missing. Then it asks the registry for every hash that is missing. Run it
 * after every npm install.
 */
type Locked = {
  version: string;
  integrity?: string;
  link?: boolean;
  inBundle?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
};

const file = "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8")) as {
  packages: Record<string, Locked>;
};

/** @astrojs/compiler-binding-darwin-arm64 → darwin and arm64, as npm names platforms. */
const toPlatform = (name: string): Pick<Locked, "os" | "cpu"> => {
  const os = /android|darwin|freebsd|linux|openharmony|wasm|win32|windows/.exec(
    name,
  )?.[0];
  const cpu = /arm64|x64|ia32|arm|riscv64|s390x|ppc64|wasm32/.exec(name)?.[0];
  return {
    // A package for an unknown platform must not be installed anywhere.
    os: [os === "windows" ? "win32" : (os ?? "none")],
    cpu: [cpu ?? "none"],
  };
};

/** The lock entry that Node would resolve a dependency to, searching upwards from the dependent package. */
const find = (dependent: string, name: string): Locked | undefined => {
  for (
    let from = dependent;
    ;
    from = from.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, "")
  ) {
    const found =
      lock.packages[`${from ? `${from}/` : ""}node_modules/${name}`];
    if (found || from === "") return found;
  }
};

const added: string[] = [];
for (const [dependent, { optionalDependencies }] of Object.entries(
  lock.packages,
))
  for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
    const found = find(dependent, name);
    // If the top level has another version, this one belongs below its dependent package.
    if (found && (found.version === version || !/^\d/.test(version))) continue;
    const path = `${found && dependent ? `${dependent}/` : ""}node_modules/${name}`;
    lock.packages[path] = { version, optional: true, ...toPlatform(name) };
    added.push(path);
  }

/** The hash of a package; undefined if the registry does not have it. */
function readHash(name: string, version: string): string | undefined {
  try {
    const hash = execFileSync(
      "npm",
      ["view", `${name}@${version}`, "dist.integrity"],
      { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
    ).trim();
    return hash.startsWith("sha512-") ? hash : undefined;
  } catch {
    return undefined;
  }
}

const unhashed: string[] = [];
for (const [path, one] of Object.entries(lock.packages)) {
  const name = path.split("node_modules/").slice(1).at(-1);
  if (!name || one.link || one.inBundle || one.integrity) continue;
  const hash = readHash(name, one.version);
  if (hash) one.integrity = hash;
  else unhashed.push(path);
}

lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(
  added.length > 0
    ? `Added ${added.length} packages of other platforms. Next: try npm ci in a fresh clone.\n${added.join("\n")}`
    : "Nothing was missing.",
);
if (unhashed.length > 0)
  console.log(
    `No hash for ${unhashed.length} packages, which this registry does not have. Run this again on another network.\n${unhashed.join("\n")}`,
  );
