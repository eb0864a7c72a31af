import { cancel, isCancel } from "@clack/prompts";

/** An answer, or the end of the command when the writer breaks off. */
export async function toAnswer<T>(
  asked: Promise<T>,
): Promise<Exclude<T, symbol>> {
  const answer = await asked;
  if (!isCancel(answer)) return answer as Exclude<T, symbol>;
  cancel("Nothing was changed.");
  process.exit(1);
}
