import { text } from "@clack/prompts";
import { siteSchema } from "#site-settings.ts";
import { toAnswer } from "./ask.ts";
import { refuseCall, type Terminal } from "./command.ts";

/** What the flags of `init` and `fresh` say. */
export const factFlags = {
  name: { type: "string" },
  address: { type: "string" },
  yes: { type: "boolean" },
} as const;

const usual = { name: "A new publication", address: "https://example.org" };

const toAddressProblem = (address = ""): string | undefined =>
  siteSchema.shape.address.safeParse(address).success
    ? undefined
    : "Write a scheme and a host, like https://example.org.";

/** Name and address of a new publication: from flags, else asked for at a terminal, else placeholders. */
export async function readFacts(
  values: { name?: string; address?: string; yes?: boolean },
  usage: string,
  { canAsk }: Pick<Terminal, "canAsk">,
): Promise<{ name: string; address: string }> {
  const asks = canAsk && !values.yes;
  const name =
    values.name?.trim() ||
    (asks
      ? await toAnswer(
          text({
            message: "What is the publication called?",
            defaultValue: usual.name,
            placeholder: usual.name,
          }),
        )
      : usual.name);
  const address =
    values.address ??
    (asks
      ? await toAnswer(
          text({
            message: "What will its address be?",
            defaultValue: usual.address,
            placeholder: usual.address,
            validate: (written) => written && toAddressProblem(written),
          }),
        )
      : usual.address);
  const problem = toAddressProblem(address);
  if (problem)
    refuseCall(`--address ${address} is no address. ${problem}`, usage);
  return { name, address: new URL(address).origin };
}
