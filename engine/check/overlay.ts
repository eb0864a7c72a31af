import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ViteDevServer } from "vite";
import type { AstroIntegration } from "astro";
import { checkedFolders } from "#files/find-files.ts";
import type { Finding } from "#files/finding.ts";
import { liveContent } from "#model/live-content.ts";
import { collectionsFile, toOwnProblem } from "#site-source.ts";
import { liveStore, showChanged } from "./astro-store.ts";
import { checkerOf, type Checked } from "./checker.ts";
import { toReport } from "./report.ts";
import { isError } from "./rule.ts";

/** Node has read the definitions, and reads a module once. */
const restart = "stop npm run dev, and start it again to use it.";

const mostWarnings = 3;

/** In dev: shows the findings of `npm run check` in the terminal, and errors over the page, until they are fixed. */
export function contentOverlay(): AstroIntegration {
  return {
    name: "content-overlay",
    hooks: {
      // The command says whether the site is for readers or the writer. import.meta.env.DEV is not reliable: DEV=1 in
      // the shell makes it true in a build, which would publish every draft.
      "astro:config:setup": ({ command, updateConfig }) => {
        updateConfig({
          vite: {
            define: { __WRITING__: command === "dev" },
            plugins: [liveStore()],
          },
        });
      },
      "astro:server:setup": ({ server, logger }) => {
        const root = server.config.root;
        const folders = checkedFolders.map((name) => join(root, name, "/"));
        let findings: Finding[] = [];

        const send = () => {
          // Warnings do not cover the page.
          const errors = findings.filter(isError);
          const [first] = errors;
          if (!first) return;
          server.environments.client.hot.send({
            type: "error",
            err: {
              name: "Content",
              message: toReport(errors),
              stack: "",
              loc: { file: first.file, line: first.line, column: first.column },
            },
          });
        };
        let { version } = liveContent;
        const check = async () => {
          const checked = await checkerOf(root).checkAgain();
          if (!checked) return;
          const isNew = liveContent.version > version;
          version = liveContent.version;
          if (isNew) showChanged(server);
          show(checked);
        };
        const show = (checked: Checked) => {
          const before = findings;
          findings = checked.findings;
          const report = toReport(findings, mostWarnings);
          if (findings.some(isError)) logger.error(`\n${report}`);
          else if (
            findings.length > 0 &&
            report !== toReport(before, mostWarnings)
          )
            logger.warn(`\n${report}`);
          if (before.some(isError) && !findings.some(isError)) {
            logger.info("All problems are fixed.");
            // The corrected data may equal the previous data, which triggers no reload.
            server.environments.client.hot.send({ type: "full-reload" });
          }
          send();
        };

        const checkSoon = () => {
          check().catch((error: Error) =>
            logger.error(toOwnProblem(error, root) ?? error.message),
          );
        };

        reportLaterSaves(server.watcher);
        server.environments.client.hot.on("vite:client:connect", send);
        for (const event of ["add", "change", "unlink"] as const)
          server.watcher.on(event, (path) => {
            if (path === join(root, collectionsFile))
              logger.warn(`${collectionsFile} has changed: ${restart}`);
            if (folders.some((folder) => path.startsWith(folder))) checkSoon();
          });
        // Also when the server restarts in place.
        checkSoon();
      },
    },
  };
}

/** Milliseconds for which Vite's watcher (chokidar) keeps quiet about a file that it has just reported, and a few more. */
const quiet = 100;

/** Makes a watcher report a file saved again while it kept quiet: editors may empty a file before they write it. */
function reportLaterSaves(watcher: ViteDevServer["watcher"]): void {
  for (const event of ["add", "change"] as const)
    watcher.on(event, (path) => {
      const bytes = readIfAny(path);
      setTimeout(() => {
        const later = readIfAny(path);
        if (later && !bytes?.equals(later)) watcher.emit("change", path);
      }, quiet).unref();
    });
}

function readIfAny(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
