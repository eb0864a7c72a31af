import { dirname } from "node:path/posix";
import { applyPlan } from "gatepost/cli/plan.ts";
import type { Planned } from "./to-article.ts";

/** Writes all planned articles with pictures, then deletes the files they replace. Throws as `applyPlan` does. */
export const writeArticles = (
  project: string,
  articles: readonly Planned[],
): Promise<void> =>
  applyPlan(project, {
    writes: new Map<string, string | { copy: string }>(
      articles.flatMap(({ file, text, pictures }) => [
        // First, so that an interrupted import leaves no article without them.
        ...pictures.map(
          ({ from, name }) =>
            [`${dirname(file)}/${name}`, { copy: from }] as const,
        ),
        [file, text],
      ]),
    ),
    removes: articles.flatMap(({ replaces }) => replaces),
  });
