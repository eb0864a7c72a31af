import { readNow } from "#model/dates.ts";
import { readContent, stateOf } from "#files/content.ts";
import { readList } from "./ask.ts";
import { readCall, refuseCall, withProgress, type Command } from "./command.ts";
import { carryOut, Refusal } from "./plan.ts";
import { planPublishing } from "./publish-articles.ts";

const usage = `npm run publish -- SLUG [SLUG …] [--on 2026-12-01]

Makes drafts public: sets draft to false and pubDate to today, but for a later day that is there, and writes the address
and the feed id down in src/content/published.json. When check finds something wrong with one of them, nothing changes.

  --on DAY       another publication date, or a time like 2026-12-01T09:00Z
  --keep-day     keep the date in the file, as after an import
  --unrecorded   also record every article that is not a draft and not yet recorded
  --dry-run      print what it would do, without doing it
  --yes          do not ask
  --json         print the result as JSON`;

const publish: Command = async (root, args, terminal) => {
  const { values, words } = readCall(args, usage, {
    on: { type: "string" },
    "keep-day": { type: "boolean" },
    unrecorded: { type: "boolean" },
    "dry-run": { type: "boolean" },
    yes: { type: "boolean" },
    json: { type: "boolean" },
  });
  const now = readNow();
  let slugs = words;
  if (slugs.length === 0 && !values.unrecorded) {
    const { collections } = await withProgress("Reading", (step) =>
      readContent(root, undefined, step),
    );
    const drafts = collections.articles
      .filter((article) => stateOf(article, now) === "draft")
      .map(({ id }) => id);
    if (drafts.length === 0 || !terminal.ask || values.yes || values.json)
      refuseCall(
        `Which article? ${drafts.length > 0 ? `Drafts: ${drafts.join(", ")}.` : "There are no drafts."}`,
        usage,
      );
    slugs = await terminal.ask(
      `Which drafts are ready? (${drafts.join(", ")})`,
      (answer) => {
        const chosen = readList(answer);
        const other = chosen.find((slug) => !drafts.includes(slug));
        if (other) throw new Refusal(`"${other}" is not a draft.`);
        if (chosen.length === 0)
          throw new Refusal("Name one or more, separated by commas.");
        return chosen;
      },
      drafts,
    );
  }
  await carryOut(
    root,
    await planPublishing(root, slugs, values, now),
    values,
    terminal.say,
  );
};
export default publish;
