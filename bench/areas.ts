import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { toEnvironment } from "gatepost/tests/support/environment.ts";

type Profile = {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string };
    children?: number[];
  }[];
  samples: number[];
  timeDeltas: number[];
};

/** Where a build of a site spends its time: seconds by part of the engine, from a CPU profile; the longest first. */
export async function toAreas(
  root: string,
): Promise<[area: string, seconds: number][]> {
  const folder = join(root, "profile");
  execFileSync(process.execPath, ["engine/bin.js", "build"], {
    cwd: root,
    env: toEnvironment("production", {
      BUILD_NOW: "2026-06-15",
      NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}`,
    }),
  });
  // The command starts others; its own profile is the longest.
  const [text = ""] = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .sort((a, b) => b.length - a.length);
  const { nodes, samples, timeDeltas } = JSON.parse(text) as Profile;
  rmSync(folder, { recursive: true });
  /** A function's own file decides, or else its caller's. */
  const areas = new Map<number, string>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visit = (id: number, above: string) => {
    const node = byId.get(id);
    if (!node) return;
    const area = toArea(node.callFrame) ?? above;
    areas.set(id, area);
    for (const child of node.children ?? []) visit(child, area);
  };
  visit(nodes[0]?.id ?? 0, "Node: start, modules, streams");
  const seconds = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const area = areas.get(id) ?? "";
    seconds.set(
      area,
      (seconds.get(area) ?? 0) + (timeDeltas[index] as number) / 1e6,
    );
  }
  return [...seconds].sort(([, a], [, b]) => b - a);
}

function toArea({
  functionName,
  url,
}: Profile["nodes"][number]["callFrame"]): string | undefined {
  if (functionName === "(idle)") return "waiting for Pagefind";
  if (functionName === "(garbage collector)") return "garbage collection";
  if (/\.cache\/build\/|\/astro\/dist\//.test(url))
    return "the kept renderer: library, paths, pages";
  return /\/engine\/(\w+)\//.exec(url)?.[1]?.replace(/^/, "engine/");
}
