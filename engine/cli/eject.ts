import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import {
  ownComponentFolder,
  readPurpose,
  replaceable,
} from "#files/replaceable.ts";
import { listRoutes, toOwnRoute } from "#files/routes.ts";
import { toHint, toSuggestion } from "#model/suggestion.ts";
import { dryRun, readCall, type Command } from "./command.ts";
import { carryOut, Refusal, type Plan } from "./plan.ts";

const usage = `npm run eject -- [ROUTE or COMPONENT]

Copies a route or a component of the engine to where your own is used instead: src/pages/ or src/components/. Updates
of the engine no longer change it. Without a name it lists everything that can be copied. Quote names with brackets:
npm run eject -- "articles/[slug]"

  --dry-run   print what it would do, without doing it`;

const eject: Command = async (root, args, { say }) => {
  const { values, words } = readCall(args, usage, dryRun, 1);
  const [name] = words;
  if (name === undefined) say(toList(root));
  else await carryOut(root, planEjecting(root, name), values["dry-run"], say);
};
export default eject;

const engine = join(import.meta.dirname, "..");

const ejectable = [
  ...listRoutes().map((route) => ({
    kind: "route",
    name: route.file.replace(/\.(?:astro|[jt]s)$/, ""),
    from: `routes/${route.file}`,
    to: toOwnRoute(route),
  })),
  ...replaceable.map((name) => ({
    kind: "component",
    name,
    from: `components/${name}.astro`,
    to: `${ownComponentFolder}/${name}.astro`,
  })),
];

function toList(root: string): string {
  const width = Math.max(...ejectable.map(({ name }) => name.length));
  const toLines = (wanted: string) =>
    ejectable
      .filter(({ kind }) => kind === wanted)
      .map(
        ({ name, from, to }) =>
          `  ${name.padEnd(width)}  ${readPurpose(join(engine, from))}${existsSync(join(root, to)) ? " (yours)" : ""}`,
      )
      .join("\n");
  return `Routes, copied to src/pages/:\n${toLines("route")}\n
Components, copied to src/components/:\n${toLines("component")}\n
Next: npm run eject -- NAME`;
}

/** @throws a Refusal for a name that is not on the list, and if the publication has its own file already */
export function planEjecting(root: string, name: string): Plan {
  const found = ejectable.find((one) => one.name === name);
  if (!found) {
    const names = ejectable.map((one) => one.name);
    throw new Refusal(
      `There is no route and no replaceable component ${name}.${toHint(toSuggestion(name, names), "")}\nTo list them all: npm run eject`,
      2,
    );
  }
  const { kind, from, to } = found;
  if (existsSync(join(root, to)))
    throw new Refusal(
      `${to} exists already and replaces the engine's. To copy the engine's again, move yours away first.`,
    );
  // A publication imports "gatepost/urls.ts", not "#urls.ts" or "../urls.ts".
  const text = readFileSync(join(engine, from), "utf8").replace(
    /(\b(?:from|import)\s*)"(#|\.{1,2}\/)([^"]+)"/g,
    (_, before: string, prefix: string, path: string) =>
      `${before}"gatepost/${prefix === "#" ? path : posix.join(posix.dirname(from), prefix, path)}"`,
  );
  return {
    writes: new Map([[to, text]]),
    messages: [
      `${to} replaces the engine's ${kind} ${name} from now on.`,
      `Updates of the engine no longer change it. Delete ${to} to go back to the engine's.`,
    ],
    next: `change ${to}, and look at it: npm run dev`,
  };
}
