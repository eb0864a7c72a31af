import { createInterface } from "node:readline/promises";
import { Refusal } from "./plan.ts";

/**
 * Asks until `read` accepts the answer, and returns its result. `read` throws a Refusal to say what is wrong.
 * @param names Tab completes these
 * @throws a Refusal on Ctrl+C and at the end of the input
 */
export type Ask = <T>(
  question: string,
  read: (answer: string) => T,
  names?: readonly string[],
) => Promise<T>;

export const askOn =
  (input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Ask =>
  async (question, read, names = []) => {
    const reader = createInterface({
      input,
      output,
      completer: (line: string): [string[], string] => {
        const start = /[^,\s]*$/.exec(line)?.[0] ?? "";
        return [names.filter((name) => name.startsWith(start)), start];
      },
    });
    const closed = new Promise<never>((_, reject) =>
      reader.once("close", reject),
    );
    try {
      for (;;) {
        const answer = await Promise.race([
          reader.question(`${question} `),
          closed,
        ]).catch(() => {
          throw new Refusal("\nNothing was changed.");
        });
        try {
          return read(answer.trim());
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          output.write(`${error.message}\n`);
        }
      }
    } finally {
      reader.close();
    }
  };

export const readList = (answer: string): string[] =>
  answer
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
