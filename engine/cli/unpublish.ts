import { text } from "@clack/prompts";
import { readNow } from "#model/dates.ts";
import { toAnswer } from "./ask.ts";
import { canAsk, readCall, refuseCall } from "./command.ts";
import { carryOut } from "./plan.ts";
import { planUnpublishing } from "./unpublish-article.ts";

const usage = `npm run unpublish -- SLUG [--reason "The tool is no longer made."]

Makes an article a draft again. If readers could have seen it, its address tells them that it was taken back, when, and
why if you say so.

  --reason TEXT   why, in a sentence for readers
  --dry-run       says what it would do
  --yes           asks nothing
  --json          says what it did as JSON`;

const { values, words } = readCall(
  usage,
  {
    reason: { type: "string" },
    "dry-run": { type: "boolean" },
    yes: { type: "boolean" },
    json: { type: "boolean" },
  },
  1,
);
const [slug] = words;
if (slug === undefined) refuseCall("Which article?", usage);

await carryOut(
  process.cwd(),
  async () => {
    let { reason } = values;
    if (reason === undefined && canAsk() && !values.yes && !values.json) {
      const answer = await toAnswer(
        text({
          message: "Why, in a sentence for readers? (Enter: no reason)",
        }),
      );
      reason = answer || undefined;
    }
    return planUnpublishing(process.cwd(), slug, reason, readNow());
  },
  values,
);
