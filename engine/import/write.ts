import { dirname } from "node:path/posix";
import { applyPlan } from "gatepost/cli/plan.ts";
import type { Planned } from "./to-article.ts";

/**
 * Writes all planned articles with their pictures, then deletes the files they replace.
 * @throws a Refusal, as `applyPlan` does
 */
export const writeArticles = (
  project: string,
  articles: readonly Planned[],
): Promise<void> =>
  applyPlan(project, {
    writes: new Map(articles.map(({ file, text }) => [file, text])),
    copies: new Map(
      articles.flatMap(({ file, pictures }) =>
        pictures.map(({ from, name }) => [`${dirname(file)}/${name}`, from]),
      ),
    ),
    removes: articles.flatMap(({ replaces }) => replaces),
  });
