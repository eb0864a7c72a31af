import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { toSuggestion } from "gatepost/model/suggestion.ts";
import {
  readCall,
  refuseCall,
  withProgress,
  type Command,
} from "gatepost/cli/command.ts";
import { planImport } from "./plan.ts";
import { toImportData, toImportReport } from "./report.ts";
import { dialects, type Dialect } from "./source.ts";
import { writeArticles } from "./write.ts";
import { Refusal } from "gatepost/cli/plan.ts";

const usage = `npm run import -- <file | folder | export> [flags]

Shows what would become of other systems' articles; with --write, writes them as drafts.

  --write              write the articles, as drafts
  --force              overwrite articles with the same slug
  --from <dialect>     ${dialects.join(", ")}
  --category <name>    for articles without a known category
  --pictures <folder>  another folder that pictures may come from
  --permalink <form>   the pattern of old addresses: /:categories/:year/:month/:day/:title.html
  --site <address>     the old site, whose links are internal: https://old.example
  --json               the report as data
  --yes                ask nothing`;

const importCommand: Command = async (project, args, terminal) => {
  const { values, words } = readCall(
    args,
    usage,
    {
      write: { type: "boolean" },
      force: { type: "boolean" },
      from: { type: "string" },
      category: { type: "string" },
      pictures: { type: "string" },
      permalink: { type: "string" },
      site: { type: "string" },
      json: { type: "boolean" },
      yes: { type: "boolean", short: "y" },
    },
    1,
  );
  const [called] = words;
  const { write = false, from, pictures, site, permalink } = values;
  if (called === undefined)
    refuseCall("Name a file, a folder or an export.", usage);
  if (from !== undefined && !(dialects as readonly string[]).includes(from)) {
    const meant = toSuggestion(from, dialects);
    refuseCall(
      `There is no dialect ${from}. ${meant ? `Did you mean ${meant}?` : `Use one of: ${dialects.join(", ")}.`}`,
      usage,
    );
  }
  if (site !== undefined && !/^https?:\/\/[^/]/.test(site))
    refuseCall(
      `--site ${site} is not an address. Write it like https://old.example.`,
      usage,
    );
  if (permalink !== undefined && !permalink.startsWith("/"))
    refuseCall(
      `--permalink ${permalink} does not start with /. Write it like /:year/:title/.`,
      usage,
    );
  const unknown =
    /:(?!(?:year|month|day|title|slug|filename|categories|category)\b)[a-z]+/.exec(
      permalink ?? "",
    )?.[0];
  if (unknown)
    refuseCall(
      `--permalink does not know ${unknown}. Use: :year, :month, :day, :title, :slug, :filename, :categories, :category.`,
      usage,
    );
  for (const path of [called, ...(pictures === undefined ? [] : [pictures])])
    if (!existsSync(resolve(project, path)))
      throw new Refusal(`There is no ${path}.`);

  const options = { ...values, from: from as Dialect | undefined };
  const toPlan = (chosen: typeof options) =>
    withProgress("Importing", (step) =>
      planImport(project, called, chosen, step),
    );
  let plan = await toPlan(options);
  const slugs = plan.categories.map(({ slug }) => slug);
  const readCategory = (written: string) => {
    if (slugs.includes(written)) return written;
    throw new Refusal(
      `There is no category ${written}. Use one of: ${slugs.join(", ")}.`,
    );
  };
  if (values.category !== undefined) readCategory(values.category);

  const open = plan.articles.filter(({ hasCategory }) => !hasCategory).length;
  if (open > 0 && terminal.ask && !values.yes && !values.json) {
    const category = await terminal.ask(
      `${open} of the articles match no category. Which one should they get: ${slugs.join(", ")}? (Enter: leave a TODO)`,
      (answer) => answer && readCategory(answer),
      slugs,
    );
    if (category) plan = await toPlan({ ...options, category });
  }

  if (write) await writeArticles(project, plan.articles);
  const isWritten = write && plan.articles.length > 0;
  terminal.say(
    values.json
      ? JSON.stringify(toImportData(plan, isWritten), null, 2)
      : toImportReport(plan, isWritten),
  );
  return plan.problems.length > 0 ? 1 : 0;
};
export default importCommand;
