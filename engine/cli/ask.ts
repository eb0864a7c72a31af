import { cancel, isCancel } from "@clack/prompts";
import { Refusal } from "./plan.ts";

/**
 * An answer to a question.
 * @throws a Refusal when the writer cancels
 */
export async function toAnswer<T>(
  asked: Promise<T>,
): Promise<Exclude<T, symbol>> {
  const answer = await asked;
  if (!isCancel(answer)) return answer as Exclude<T, symbol>;
  cancel();
  throw new Refusal("Nothing was changed.");
}
