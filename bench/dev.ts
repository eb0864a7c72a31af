import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSite } from "gatepost/tests/support/build-site.ts";
import { toEnvironment } from "gatepost/tests/support/environment.ts";
import { corpus } from "./corpus.ts";

/**
 * Prints how long `npm run dev` takes to be ready, from nothing and with the caches of the start before, to serve pages,
 * and to show a save: `npm run bench:dev`, or `npm run bench:dev -- 5000`. CPU seconds are known on Linux only.
 */
const articles = Number(process.argv[2] ?? 1000);
const times = 9;

const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
process.env.TMPDIR = mkdtempSync(join(memory, "bench-dev-"));
process.on("exit", () =>
  rmSync(process.env.TMPDIR as string, { recursive: true, force: true }),
);
const root = makeSite(corpus(articles));

/** The CPU seconds of a process so far. */
function toCpu(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return NaN;
  // After the name in brackets, the 12th and 13th field are hundredths of a second.
  const fields = readFileSync(file, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Starts the server; calls a function when it is ready, and stops it when that has ended. */
async function withServer(
  name: string,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  const server = spawn(process.execPath, ["engine/bin.js", "dev"], {
    cwd: root,
    env: toEnvironment("development", { BUILD_NOW: "2026-06-15" }),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const say = (part: string) =>
    print(
      `${name}: ${part}`,
      performance.now() - began,
      `${toCpu(server.pid).toFixed(1)} s of CPU`,
    );
  let printed = "";
  const url = await new Promise<string>((resolve, reject) => {
    server.stdout.on("data", (chunk) => {
      printed += String(chunk);
      const address = /http:\/\/localhost:\d+/.exec(printed)?.[0];
      if (address) resolve(address);
    });
    server.once("exit", () => reject(new Error(printed)));
  });
  say("ready");
  await textOf(`${url}/articles/article-1/`);
  say("first page");
  await use(url);
  const ended = once(server, "exit");
  server.kill();
  await ended;
}

const print = (name: string, milliseconds: number, more = "") =>
  console.log(
    `${name.padEnd(28)}${milliseconds.toFixed(0).padStart(7)} ms  ${more}`,
  );

async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

/** Prints the median of some times, and the longest. */
async function measure(
  name: string,
  step: (time: number) => Promise<number>,
): Promise<void> {
  const taken: number[] = [];
  for (let time = 0; time < times; time++) taken.push(await step(time));
  taken.sort((a, b) => a - b);
  print(
    name,
    taken[(times - 1) / 2] as number,
    `at most ${taken.at(-1)?.toFixed(0)} ms`,
  );
}

/** How long a page takes to reach a reader. */
const measurePage = async (url: string): Promise<number> => {
  const began = performance.now();
  await textOf(url);
  return performance.now() - began;
};

await withServer("from nothing", async () => {});
await withServer("again", async (url) => {
  await measure("an article", (time) =>
    measurePage(`${url}/articles/article-${time + 10}/`),
  );
  await measure("the same article", () =>
    measurePage(`${url}/articles/article-1/`),
  );
  await measure("a list", (time) =>
    measurePage(`${url}/articles/page/${time + 2}/`),
  );

  // An open page, which Vite reloads.
  const client = await textOf(`${url}/@vite/client`);
  const token = /wsToken = "([^"]+)"/.exec(client)?.[1];
  const socket = new WebSocket(
    `${url.replace("http", "ws")}/?token=${token}`,
    "vite-hmr",
  );
  let reloaded = () => {};
  socket.addEventListener("message", ({ data }) => {
    if (String(data).includes('"full-reload"')) reloaded();
  });
  await once(socket, "open");

  /** Milliseconds from a save until the page that the browser then loads has a text. */
  const save = async (from: RegExp, to: string): Promise<number> => {
    const file = join(root, "src/content/articles/article-1.md");
    const text = readFileSync(file, "utf8").replace(from, to);
    const began = performance.now();
    writeFileSync(file, text);
    const wanted = to.split(": ").at(-1) as string;
    for (;;) {
      await new Promise<void>((resolve) => (reloaded = resolve));
      const html = await textOf(`${url}/articles/article-1/`);
      if (html.includes(wanted)) break;
    }
    const taken = performance.now() - began;
    // Vite's watcher keeps quiet about a file for a moment.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return taken;
  };
  await measure("a body saved", (time) =>
    save(/^(Saved \d+ )?(?=\w+ .*\. )/m, `Saved ${time} `),
  );
  await measure("a title saved", (time) =>
    save(/^title: .*/m, `title: Title ${time}`),
  );
  socket.close();
});
