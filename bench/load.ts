/**
 * Requests pages, feeds, pictures and scripts of the built site from Caddy and nginx for 30 seconds each, over 64 connections,
 * and prints answers a second and errors. Run `npm run build` first.
 */
import { execFileSync } from "node:child_process";
import { Agent, get } from "node:https";
import { globSync } from "node:fs";
import { join } from "node:path";
import { site } from "gatepost/site.ts";
import { webServers } from "gatepost/tests/support/web-servers.ts";

const seconds = 30;
const connections = 64;
const base = site.base.replace(/\/*$/, "/");
const addresses = globSync("**/*.*", { cwd: "dist" })
  .filter((file) => !/404\.html$|^_redirects$/.test(file))
  .map((file) => base + encodeURI(file.replace(/(^|\/)index\.html$/, "$1")));

for (const { name, missing, start } of webServers) {
  if (missing) {
    console.log(`${name}: ${missing}`);
    continue;
  }
  execFileSync(process.execPath, ["engine/bin.js", "host", name]);
  const server = await start(join(process.cwd(), `dist-${name}`));
  const agent = new Agent({
    keepAlive: true,
    maxSockets: connections,
    rejectUnauthorized: false,
  });
  const statuses = new Map<number | string, number>();
  let bytes = 0;
  const note = (status: number | string) =>
    void statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const request = (address: string) =>
    new Promise<void>((resolve) => {
      get(
        server.url + address,
        { agent, headers: { "Accept-Encoding": "br" } },
        (answer) => {
          answer.on("data", (chunk: Buffer) => void (bytes += chunk.length));
          answer.on("end", () => resolve(note(answer.statusCode ?? 0)));
        },
      ).on("error", ({ message }) => resolve(note(message)));
    });
  const end = performance.now() + seconds * 1000;
  let next = 0;
  const keepAsking = async () => {
    while (performance.now() < end)
      await request(addresses[next++ % addresses.length] as string);
  };
  await Promise.all(Array.from({ length: connections }, keepAsking));
  agent.destroy();
  await server.stop();
  const all = [...statuses.values()].reduce((a, b) => a + b, 0);
  console.log(
    `${name}: ${Math.round(all / seconds)} answers a second, ${Math.round(bytes / 1e6)} MB; ${[...statuses].map(([status, number]) => `${status}: ${number}`).join(", ")}`,
  );
}
