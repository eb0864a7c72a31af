import { kindTitles, toFeedTitle, type Followed } from "#model/follow.ts";
import { newestChange } from "#model/listing.ts";
import { site } from "#site.ts";
import { toAbsoluteUrl, toFeedAddress } from "#urls.ts";
import { escapeXml, toElement } from "./xml.ts";

/**
 * All that can be followed as one file for feed readers, OPML 2.0 (https://opml.org/spec2.opml): the site itself, and a
 * folder for each kind of topic.
 */
export function toOpml(followed: readonly Followed[]): string {
  const changed = newestChange(followed.flatMap(({ articles }) => articles));
  const outlines = [...Map.groupBy(followed, ({ kind }) => kind)].map(
    ([kind, group]) => {
      const feeds = group.map(toOutline).join("");
      return kind === "site"
        ? feeds
        : toElement("outline", toName(kindTitles[kind]), feeds);
    },
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toElement(
    "opml",
    { version: "2.0" },
    [
      toElement(
        "head",
        {},
        [
          toElement("title", {}, escapeXml(`${site.name}: all feeds`)),
          changed &&
            toElement("dateModified", {}, new Date(changed.time).toUTCString()),
        ].join(""),
      ),
      toElement("body", {}, outlines.join("")),
    ].join(""),
  )}\n`;
}

/** The specification asks for text; many readers show title. */
const toName = (name: string) => ({ text: name, title: name });

const toOutline = (followed: Followed): string =>
  toElement("outline", {
    ...toName(toFeedTitle(followed)),
    type: "rss",
    xmlUrl: toAbsoluteUrl(toFeedAddress(followed.address, "rss")),
    htmlUrl: toAbsoluteUrl(followed.address),
    description: followed.description,
    language: site.language.toLowerCase(),
  });
