/** The feed of changes as Atom. */
import { toChangesResponse } from "../../../certificates/changes-feed.ts";

export const GET = () => toChangesResponse("atom");
