import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { ownRouteFolder } from "#files/replaceable.ts";
import { toSystemProblem } from "#files/system-error.ts";
import { isWriterError } from "#files/writer-error.ts";
import { toOwnProblem } from "#site-source.ts";
import { toHint, toSuggestion } from "#model/suggestion.ts";
import { askOn, type Ask } from "./ask.ts";
import { Refusal } from "./plan.ts";

/** The output of a command, and its questions if it runs in a terminal. */
export type Terminal = {
  say: (text: string) => void;
  complain: (text: string) => void;
  ask?: Ask | undefined;
};

/** A command: takes the root of a publication and the words after its name. Returns the exit code, 0 by default. */
export type Command = (
  root: string,
  args: readonly string[],
  terminal: Terminal,
) => Promise<0 | 1 | void>;

/**
 * Runs a command and returns its exit code.
 * @throws only what is a bug
 */
export async function callCommand(
  command: Command,
  root: string,
  args: readonly string[],
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  try {
    return (await command(root, args, terminal)) ?? 0;
  } catch (error) {
    if (error instanceof Refusal) {
      const { code, message } = error;
      (code === 0 ? terminal.say : terminal.complain)(message);
      return code;
    }
    const problem = toProblem(error, root);
    if (problem === undefined) throw error;
    terminal.complain(problem);
    return 1;
  }
}

/** What to say about an error that is no bug of the engine. Undefined for others. */
export function toProblem(error: unknown, root: string): string | undefined {
  // A build names the route that it rendered.
  const { id = "", message } = error as Error & { id?: string };
  const route = id.startsWith(`${ownRouteFolder}/`) ? id : undefined;
  return isWriterError(error)
    ? `${route ? `${route}\n  ` : ""}${message}`
    : (toSystemProblem(error) ??
        toOwnProblem(error, root) ??
        (route && `${route}\n  This cannot be run: ${message}.`));
}

/** Runs a command as this process. */
export async function startCommand(command: Command, args: readonly string[]) {
  // process.exit would cut off output that a pipe has not read yet.
  process.exitCode = await callCommand(command, process.cwd(), args, {
    say: console.log,
    complain: console.error,
    ask:
      process.stdin.isTTY && process.stdout.isTTY && !process.env.CI
        ? askOn(process.stdin, process.stdout)
        : undefined,
  });
}

export const dryRun = { "dry-run": { type: "boolean" } } as const;

/** Flags that are also npm's own settings. */
const npmFlags = ["--force", "--json", "--yes"];

/**
 * The flags and words that a command was called with.
 * @param most the maximum number of words without a flag
 * @throws a Refusal with the usage for `--help` and for a wrong call
 */
export function readCall<const T extends ParseArgsOptionsConfig>(
  args: readonly string[],
  usage: string,
  options: T,
  most = Infinity,
) {
  const flags = Object.keys(options).map((name) => `--${name}`);
  // Without a -- before it, npm keeps a flag for itself and passes it on only in the environment.
  const kept = flags.filter(
    (flag) =>
      !npmFlags.includes(flag) &&
      !/^(?:false)?$/.test(
        process.env[`npm_config_${flag.slice(2).replaceAll("-", "_")}`] ?? "",
      ),
  );
  if (kept.length > 0)
    refuseCall(
      `npm took ${kept.join(" and ")} for itself. Write -- before the command's own arguments, as below.`,
      usage,
    );
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
    if ((values as { help?: boolean }).help) throw new Refusal(usage, 0);
    if (positionals.length > most)
      throw new Error(
        `Unexpected word: ${positionals[most]}. Put a title of several words in quotes.`,
      );
    return { values, words: positionals };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { message, code = "" } = error as NodeJS.ErrnoException;
    // Option '-f, --force' does not take an argument
    const flag = /'(?:-\w, )?(-[^' ]*)/.exec(message)?.[1] ?? "";
    return refuseCall(
      code.endsWith("UNKNOWN_OPTION")
        ? `There is no flag ${flag}.${toHint(toSuggestion(flag, flags), "")}`
        : message.includes("does not take")
          ? `${flag} takes no value.`
          : code.endsWith("OPTION_VALUE")
            ? `${flag} needs a value after it, like ${flag}="…".`
            : message,
      usage,
    );
  }
}

export function refuseCall(problem: string, usage: string): never {
  throw new Refusal(`${problem}\n\n${usage}`, 2);
}

/** After a second, prints the progress of long work on stderr: on a terminal in one changing line, elsewhere once. */
export async function withProgress<T>(
  doing: string,
  work: (step: (done: number, total: number) => void) => Promise<T>,
): Promise<T> {
  const begin = performance.now();
  const [start, end] = process.stderr.isTTY ? ["\r\u001b[K", ""] : ["", " …\n"];
  let shown = 0;
  try {
    return await work((done, total) => {
      const now = performance.now();
      if (now - begin < 1000 || now - shown < 100 || (shown && end)) return;
      shown = now;
      process.stderr.write(`${start}${doing}: ${done} of ${total}${end}`);
    });
  } finally {
    if (shown) process.stderr.write(start);
  }
}
