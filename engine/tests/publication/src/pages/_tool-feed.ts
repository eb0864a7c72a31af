import { getEntries, toFeedResponse } from "gatepost/own-routes.ts";

/** The feed of new tools. */
export const getToolFeed = async (format: "rss" | "atom" | "json") =>
  toFeedResponse(
    "/tools/",
    format,
    (await getEntries<{ bought: string }>("tools"))
      .map(({ id, address, title, description, fields }) => ({
        id,
        address,
        title: `New: ${title}`,
        summary: description,
        published: fields.bought,
      }))
      .sort((a, b) => (a.published < b.published ? 1 : -1)),
  );
