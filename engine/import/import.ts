import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { toSuggestion } from "gatepost/model/suggestion.ts";
import { count } from "gatepost/check/report.ts";
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

Converts articles from other systems. Shows the result; with --write, writes it as drafts.

  --write              write the articles, as drafts
  --force              overwrite articles with the same slug
  --from <dialect>     ${dialects.join(", ")}
  --category <name>    the category of articles without a known one
  --pictures <folder>  another folder to take pictures from
  --permalink <form>   the pattern of old addresses: /:categories/:year/:month/:day/:title.html
  --slug <form>        the pattern of addresses here: :year-:title, or :number
  --site <address>     the address of the old site: https://old.example
  --json               print the report as JSON
  --yes                do not ask questions`;

const placeholders =
  ":year :month :day :number :title :slug :filename :categories :category".split(
    " ",
  );

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
      slug: { type: "string" },
      site: { type: "string" },
      json: { type: "boolean" },
      yes: { type: "boolean", short: "y" },
    },
    1,
  );
  const [called] = words;
  const {
    write = false,
    from,
    pictures,
    site,
    permalink = "/",
    slug = "",
  } = values;
  const refuse = (problem: string) => refuseCall(problem, usage);
  if (called === undefined)
    return refuse("Name a file, a folder or an export.");
  if (from !== undefined && !(dialects as readonly string[]).includes(from)) {
    const meant = toSuggestion(from, dialects);
    refuse(
      `There is no dialect ${from}. ${meant ? `Did you mean ${meant}?` : `Use one of: ${dialects.join(", ")}.`}`,
    );
  }
  if (site !== undefined && !/^https?:\/\/[^/]/.test(site))
    refuse(
      `--site ${site} is not a full address. Write it like https://old.example.`,
    );
  if (!permalink.startsWith("/"))
    refuse(
      `--permalink ${permalink} does not start with /. Write it like /:year/:title/.`,
    );
  for (const [flag, form] of Object.entries({ permalink, slug })) {
    const unknown = form
      .match(/:[a-z]+/g)
      ?.find((name) => !placeholders.includes(name));
    if (unknown)
      refuse(
        `--${flag} has an unknown placeholder ${unknown}. Use: ${placeholders.join(", ")}.`,
      );
  }
  for (const path of [called, pictures ?? "."])
    if (!existsSync(resolve(project, path)))
      throw new Refusal(`${path} does not exist.`);

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
      `${count(open, "article")} without a known category. Which one should they get: ${slugs.join(", ")}? (Enter: write TODO)`,
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
