import { multiselect } from "@clack/prompts";
import { readNow } from "#model/dates.ts";
import { readContent, stateOf } from "#files/content.ts";
import { toAnswer } from "./ask.ts";
import { canAsk, readCall, refuseCall, withProgress } from "./command.ts";
import { carryOut } from "./plan.ts";
import { planPublishing } from "./publish-articles.ts";

const usage = `npm run publish -- SLUG [SLUG …] [--on 2026-12-01]

Makes drafts public: sets draft to false and pubDate to today, but for a later day that is there, and writes the address
and the feed id down in src/content/published.json. When check finds something wrong with one of them, nothing changes.

  --on DAY       the day it appears instead, or an instant like 2026-12-01T09:00Z
  --keep-day     the day that stands in it, as after an import
  --unrecorded   every article, too, that is no draft and not written down yet
  --dry-run      says what it would do
  --yes          asks nothing
  --json         says what it did as JSON`;

const { values, words } = readCall(usage, {
  on: { type: "string" },
  "keep-day": { type: "boolean" },
  unrecorded: { type: "boolean" },
  "dry-run": { type: "boolean" },
  yes: { type: "boolean" },
  json: { type: "boolean" },
});
const root = process.cwd();
const now = readNow();

await carryOut(
  root,
  async () => {
    if (words.length > 0 || values.unrecorded)
      return planPublishing(root, words, values, now);
    const { collections } = await withProgress("Reading", (step) =>
      readContent(root, undefined, step),
    );
    const drafts = collections.articles
      .filter((article) => stateOf(article, now) === "draft")
      .map(({ id }) => id);
    if (drafts.length === 0 || !canAsk() || values.yes || values.json)
      refuseCall(
        `Which article? ${drafts.length > 0 ? `The drafts are: ${drafts.join(", ")}.` : "There are no drafts."}`,
        usage,
      );
    const chosen = await toAnswer(
      multiselect({
        message: "Which drafts are ready?",
        options: drafts.map((value) => ({ value })),
      }),
    );
    return planPublishing(root, chosen, values, now);
  },
  values,
);
