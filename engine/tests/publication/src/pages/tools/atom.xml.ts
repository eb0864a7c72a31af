import { getToolFeed } from "../_tool-feed.ts";

export const GET = () => getToolFeed("atom");
