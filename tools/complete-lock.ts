import { readFileSync, writeFileSync } from "node:fs";

/**
 * Names in package-lock.json the optional packages of other platforms that npm left out because the registry it asked
 * does not have them. Without that, `npm ci` says they are missing and stops. Run it after every npm install.
 */
type Locked = {
  version: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
};

const file = "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8")) as {
  packages: Record<string, Locked>;
};

/** @astrojs/compiler-binding-darwin-arm64 → darwin and arm64, as npm compares them with the machine it runs on. */
const toPlatform = (name: string): Pick<Locked, "os" | "cpu"> => {
  const os = /android|darwin|freebsd|linux|openharmony|wasm|win32|windows/.exec(
    name,
  )?.[0];
  const cpu = /arm64|x64|ia32|arm|riscv64|s390x|ppc64|wasm32/.exec(name)?.[0];
  return {
    // What names no platform we know of must not be installed on any.
    os: [os === "windows" ? "win32" : (os ?? "none")],
    cpu: [cpu ?? "none"],
  };
};

/** The entry that Node would find for a dependency, looking upwards from whoever depends on it. */
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
    // Another version at the top is another package's: this one's stands below whoever wants it.
    if (found && (found.version === version || !/^\d/.test(version))) continue;
    const path = `${found && dependent ? `${dependent}/` : ""}node_modules/${name}`;
    lock.packages[path] = { version, optional: true, ...toPlatform(name) };
    added.push(path);
  }
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(
  added.length > 0
    ? `Added ${added.length} packages of other platforms. Prove it: npm ci in a fresh clone.\n${added.join("\n")}`
    : "Nothing was missing.",
);
