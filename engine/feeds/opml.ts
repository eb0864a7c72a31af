import { kindTitles, toFeedTitle, type Followed } from "#model/follow.ts";
import { newestChange } from "#model/listing.ts";
import { site } from "#site.ts";
import { toAbsoluteUrl, toFeedAddress } from "#urls.ts";
import { xml, type Markup } from "./xml.ts";

/** All feeds in one file, OPML 2.0 (https://opml.org/spec2.opml), which asks for `text`; many readers show `title`. */
export function toOpml(followed: readonly Followed[]): string {
  const changed = newestChange(followed.flatMap(({ articles }) => articles));
  const outlines = [...Map.groupBy(followed, ({ kind }) => kind)].map(
    ([kind, group]) => {
      const name = kindTitles[kind];
      const feeds = group.map(toOutline);
      return kind === "site"
        ? feeds
        : xml`<outline text="${name}" title="${name}" type="folder">${feeds}</outline>`;
    },
  );
  const { markup } = xml`
    <opml version="2.0">
      <head>
        <title>${site.name}: all feeds</title>
        ${changed && xml`<dateModified>${new Date(changed.time).toUTCString()}</dateModified>`}
      </head>
      <body>${outlines}</body>
    </opml>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`;
}

function toOutline(followed: Followed): Markup {
  const name = toFeedTitle(followed);
  return xml`
    <outline text="${name}" title="${name}" type="rss"
      xmlUrl="${toAbsoluteUrl(toFeedAddress(followed.address, "rss"))}"
      htmlUrl="${toAbsoluteUrl(followed.address)}"
      description="${followed.description}" language="${site.language.toLowerCase()}"/>`;
}
