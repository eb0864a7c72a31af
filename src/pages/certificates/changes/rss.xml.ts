/** The feed of changes as RSS. */
import { toChangesResponse } from "../../../certificates/changes-feed.ts";

export const GET = () => toChangesResponse("rss");
