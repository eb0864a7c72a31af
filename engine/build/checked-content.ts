import { checkerOf } from "#check/checker.ts";
import { toEntries, toShown, type Entry } from "#check/entries.ts";
import { toOutlook, toReport } from "#check/report.ts";
import { isError } from "#check/rule.ts";
import type { Content } from "#files/content.ts";
import { toWriterError } from "#files/writer-error.ts";
import { collectionNames } from "#model/collections.ts";
import { keepContent, readKeptContent } from "./content-cache.ts";

/**
 * Reads and checks all content. The outlook says what a build goes by.
 * @throws the writer's error if there are errors
 */
export async function readChecked(
  root: string,
  now: Date,
): Promise<{ content: Content; outlook: string }> {
  const checker = checkerOf(root);
  for (const [file, read] of readKeptContent(root))
    checker.cache.set(file, read);
  const { content, findings } = await checker.check();
  keepContent(root, checker.cache);
  const errors = findings.filter(isError);
  if (errors.length > 0) throw toWriterError(toReport(errors));
  return { content, outlook: toOutlook(content, findings, now) };
}

/** The entries of every collection, by its name. */
export const toAllEntries = (
  content: Content,
  now: Date,
): [string, Entry[]][] => {
  const isShown = toShown(content, now);
  return collectionNames.map((name) => [
    name,
    toEntries(content, name, isShown),
  ]);
};
