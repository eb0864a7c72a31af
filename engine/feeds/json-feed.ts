import { icons, publisher, type Feed } from "./feed.ts";
import { toXmlText } from "./xml.ts";

/** A feed as JSON Feed 1.1 (https://jsonfeed.org/version/1.1), without the characters that XML forbids. */
export function toJsonFeed(feed: Feed): string {
  const { self, current, hub, "prev-archive": older } = feed.links.json;
  return JSON.stringify(
    {
      version: "https://jsonfeed.org/version/1.1",
      title: feed.title,
      home_page_url: feed.url,
      // Archive pages name the feed itself here.
      feed_url: current ?? self,
      description: feed.description,
      user_comment: `This is a feed. Copy its address, ${current ?? self}, into a feed reader to see new articles as they appear.`,
      icon: icons.large,
      favicon: icons.small.url,
      authors: [publisher],
      language: feed.language,
      next_url: older,
      hubs: hub && [{ type: "WebSub", url: hub }],
      items: feed.entries.map((entry) => ({
        id: entry.id,
        url: entry.url,
        title: entry.title,
        summary: entry.summary,
        content_html: entry.html,
        image: entry.picture.url,
        date_published: entry.published.toISOString(),
        date_modified: entry.updated.toISOString(),
        authors: entry.authors,
        tags: entry.categories,
        language: feed.language,
      })),
    },
    (_, value: unknown) =>
      typeof value === "string" ? toXmlText(value) : value,
  );
}
