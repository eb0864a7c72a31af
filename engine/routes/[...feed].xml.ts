/** Every RSS and Atom feed and its archive pages. */
import { getFeedPaths } from "./_feeds.ts";

export { GET } from "./_feeds.ts";
export const getStaticPaths = () => getFeedPaths(["rss", "atom"]);
