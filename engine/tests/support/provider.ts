import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export type SignUp = { method?: string; type?: string; fields: object };

/**
 * A local newsletter provider: accepts forms at /join and redirects to the page that the form names. GET / returns
 * the forms received since the last call, for tests in other processes.
 */
export async function startProvider(): Promise<{
  url: string;
  stop: () => void;
}> {
  let arrived: SignUp[] = [];
  const server = createServer(async (request, response) => {
    if (request.url === "/") {
      response.end(JSON.stringify(arrived));
      arrived = [];
      return;
    }
    const fields = Object.fromEntries(new URLSearchParams(await text(request)));
    arrived.push({
      method: request.method!,
      type: request.headers["content-type"]!,
      fields,
    });
    // In tests the site is served at another address than its own.
    const { pathname } = new URL(fields.next ?? "");
    response
      .writeHead(303, { Location: `${request.headers.origin}${pathname}` })
      .end();
  });
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve()),
  );
  // A setup that fails must not keep the test run alive.
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
