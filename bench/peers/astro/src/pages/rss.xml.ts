import rss from "@astrojs/rss";
import { getArticles } from "../articles.ts";

export const GET = async (context: { site: URL }) =>
  rss({
    title: "Side by side",
    description: "Articles",
    site: context.site,
    items: (await getArticles()).slice(0, 50).map(({ id, data, rendered }) => ({
      title: data.title,
      pubDate: data.pubDate,
      link: `/articles/${id}/`,
      content: rendered?.html ?? "",
    })),
  });
