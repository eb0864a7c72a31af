import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Call = { path: string; type: string; body: string };
export type Answer = { status: number; headers?: Record<string, string> };

/** A local server that records requests and sends the given responses. */
export async function listen(): Promise<{
  url: string;
  calls: Call[];
  /** The responses to the next requests, in order; after them, 200. */
  answers: Answer[];
  stop: () => Promise<void>;
}> {
  const calls: Call[] = [];
  const answers: Answer[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    calls.push({
      path: `${request.method} ${request.url}`,
      type: request.headers["content-type"] ?? "",
      body: Buffer.concat(chunks).toString("utf8"),
    });
    const { status, headers = {} } = answers.shift() ?? { status: 200 };
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve()),
  );
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    answers,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
