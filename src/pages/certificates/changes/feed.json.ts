/** The feed of changes as JSON. */
import { toChangesResponse } from "../../../certificates/changes-feed.ts";

export const GET = () => toChangesResponse("json");
