import type { Rule } from "./check-content.ts";
import { checkAddresses } from "./rules/address.ts";
import { checkDateOrder } from "./rules/date-order.ts";
import { checkEmptyBody } from "./rules/empty-body.ts";
import { checkFeedIds } from "./rules/feed-id.ts";
import { checkFileName } from "./rules/file-name.ts";
import { checkFrontMatter } from "./rules/front-matter.ts";
import { checkMdx } from "./rules/mdx.ts";
import { checkPictures } from "./rules/picture.ts";
import { checkReferences } from "./rules/reference.ts";
import { checkSeriesParts } from "./rules/series-part.ts";
import { checkTwins } from "./rules/twins.ts";
import { checkUnclosedHtml } from "./rules/unclosed-html.ts";

/** Every rule, each in a file of its own. */
export const rules: Rule[] = [
  checkFileName,
  checkTwins,
  checkFrontMatter,
  checkDateOrder,
  checkReferences,
  checkSeriesParts,
  checkFeedIds,
  checkEmptyBody,
  checkMdx,
  checkUnclosedHtml,
  checkPictures,
  checkAddresses,
];
