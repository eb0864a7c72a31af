import { getCollection } from "astro:content";

let all: ReturnType<typeof read> | undefined;
const read = async () =>
  (await getCollection("articles")).sort(
    (a, b) => +b.data.pubDate - +a.data.pubDate,
  );
export const getArticles = () => (all ??= read());
