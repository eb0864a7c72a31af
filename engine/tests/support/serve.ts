import { spawn } from "node:child_process";
import { toEnvironment } from "./environment.ts";

/**
 * Starts one of the project's servers in a checkout and waits for its address.
 * @returns the address, its output so far, and a function that stops it
 */
export async function serve(
  root: string,
  command: "dev" | "preview",
  env: Record<string, string> = {},
): Promise<{ url: string; output: () => string; stop: () => Promise<void> }> {
  const server = spawn(process.execPath, ["engine/bin.js", command], {
    cwd: root,
    env: toEnvironment(command === "dev" ? "development" : "production", env),
  });
  let printed = "";
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /http:\/\/localhost:\d+/.exec(printed)?.[0];
      if (address) resolve(address);
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.on("exit", (code) =>
      reject(new Error(`The server ended with ${code}:\n${printed}`)),
    );
  });
  return {
    url,
    output: () => printed,
    stop: () =>
      new Promise((resolve) => {
        server.removeAllListeners("exit");
        server.on("exit", () => resolve());
        server.kill();
      }),
  };
}
