import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { request, type IncomingHttpHeaders } from "node:http";
import { request as requestTls } from "node:https";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { connect } from "node:tls";
import { toEnvironment } from "./environment.ts";
import { makeFolder } from "./fixture.ts";

export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
};

/** A web server that runs, with TLS by a key that nobody else knows. */
export type RunningServer = {
  /** `https://localhost:…`, without a path. */
  url: string;
  /** The same site without encryption: it redirects to `url`. */
  plain: string;
  stop: () => Promise<void>;
};

export type WebServer = {
  name: "caddy" | "nginx";
  /** Why it cannot run on this machine. */
  missing?: string | undefined;
  /** @param folder made by `npm run host` */
  start: (folder: string) => Promise<RunningServer>;
};

const brotli = "/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf";
const works = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { env }).status === 0;
const env = {
  ...toEnvironment("production"),
  // Debian has nginx where only root looks for programs.
  PATH: `${process.env.PATH}:/usr/sbin`,
};

const takePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Starts a program and waits until it accepts connections with TLS: Caddy listens before it has a key. */
async function run(
  command: string,
  args: string[],
  home: string,
  ports: { plain: number; tls: number },
): Promise<RunningServer> {
  const server = spawn(command, args, {
    env: { ...env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home },
  });
  let said = "";
  let isOver = false;
  server.stderr.on("data", (chunk: Buffer) => void (said += chunk.toString()));
  const over = new Promise<void>((resolve) =>
    server.on("close", () => {
      isOver = true;
      resolve();
    }),
  );
  const isOpen = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect({
        host: "127.0.0.1",
        port: ports.tls,
        servername: "localhost",
        rejectUnauthorized: false,
      })
        .on("secureConnect", () => resolve(!!socket.end()))
        .on("error", () => setTimeout(resolve, 20, false));
    });
  while (!(await isOpen()))
    if (isOver) throw new Error(`${command} has stopped:\n${said}`);
  return {
    url: `https://localhost:${ports.tls}`,
    plain: `http://localhost:${ports.plain}`,
    stop: () => {
      server.kill();
      return over;
    },
  };
}

const takePorts = async () => ({
  plain: await takePort(),
  tls: await takePort(),
});

const caddy: WebServer = {
  name: "caddy",
  missing: works("caddy", "version")
    ? undefined
    : "caddy is not installed here",
  start: async (folder) => {
    const [home, ports] = [makeFolder(), await takePorts()];
    const config = join(home, "Caddyfile");
    writeFileSync(
      config,
      `{
	admin off
	skip_install_trust
	http_port ${ports.plain}
	https_port ${ports.tls}
}
localhost {
	tls internal
	root * ${folder}/site
	import ${folder}/Caddyfile
}
`,
    );
    const args = ["run", "--adapter", "caddyfile", "--config", config];
    return run("caddy", args, home, ports);
  },
};

const nginx: WebServer = {
  name: "nginx",
  missing: !works("nginx", "-v")
    ? "nginx is not installed here"
    : !existsSync(brotli)
      ? "libnginx-mod-http-brotli-static is not installed here"
      : !works("openssl", "version")
        ? "openssl is not installed here"
        : undefined,
  start: async (folder) => {
    const [home, ports] = [makeFolder(), await takePorts()];
    const [config, key, signed] = ["nginx.conf", "key", "signed"].map((name) =>
      join(home, name),
    ) as [string, string, string];
    execFileSync(
      "openssl",
      `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost -keyout ${key} -out ${signed}`.split(
        " ",
      ),
      { stdio: "ignore" },
    );
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    writeFileSync(
      config,
      `daemon off;
${process.getuid?.() === 0 ? "user root;" : ""}
pid ${home}/pid;
error_log stderr;
include ${brotli};
events {}
http {
	access_log off;
	${temporary.map((name) => `${name}_temp_path ${home}/${name};`).join("\n\t")}
	server {
		listen 127.0.0.1:${ports.plain};
		return 301 https://localhost:${ports.tls}$request_uri;
	}
	server {
		listen 127.0.0.1:${ports.tls} ssl http2;
		ssl_certificate ${signed};
		ssl_certificate_key ${key};
		root ${folder}/site;
		include ${folder}/nginx.conf;
	}
}
`,
    );
    return run("nginx", ["-e", "stderr", "-c", config], home, ports);
  },
};

export const webServers: readonly WebServer[] = [caddy, nginx];

/** Makes a request, with the characters of its URL as they are, and follows nothing. */
export const ask = (
  url: string,
  headers: Record<string, string> = {},
  method = "GET",
) =>
  new Promise<Answer>((resolve, reject) => {
    const [, origin = "", path = "/"] = /^(\w+:\/\/[^/]+)(.*)$/.exec(url) ?? [];
    (origin.startsWith("https:") ? requestTls : request)(
      origin,
      // Nobody has signed the key of this server.
      { path, headers, method, rejectUnauthorized: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks),
          }),
        );
      },
    )
      .on("error", reject)
      .end();
  });
