import { siteSchema } from "#site-settings.ts";
import { refuseCall, type Terminal } from "./command.ts";
import { Refusal } from "./plan.ts";

/** What the flags of `init` and `fresh` say. */
export const factFlags = {
  name: { type: "string" },
  address: { type: "string" },
  yes: { type: "boolean" },
} as const;

const usual = { name: "A new publication", address: "https://example.org" };

const form = "Write a scheme and a host, like https://example.org.";

const isAddress = (address: string): boolean =>
  siteSchema.shape.address.safeParse(address).success;

/** Name and address of a new publication: from flags, from the owner's answers, or placeholders. */
export async function readFacts(
  values: { name?: string; address?: string; yes?: boolean },
  usage: string,
  terminal: Pick<Terminal, "ask">,
): Promise<{ name: string; address: string }> {
  const ask = values.yes ? undefined : terminal.ask;
  const { address: given } = values;
  if (given !== undefined && !isAddress(given))
    refuseCall(`--address ${given} is not an address. ${form}`, usage);
  const name =
    values.name?.trim() ||
    (await ask?.(`What is the publication called? (${usual.name})`, String)) ||
    usual.name;
  const address =
    given ??
    (await ask?.(`What will its address be? (${usual.address})`, (answer) => {
      if (!answer || isAddress(answer)) return answer;
      throw new Refusal(form);
    }));
  return { name, address: new URL(address || usual.address).origin };
}
