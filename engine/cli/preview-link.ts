import { stateOf } from "#model/published.ts";
import { readNow } from "#model/dates.ts";
import {
  readPreviewSecret,
  toPreviewAddress,
  toSecretProblem,
} from "#model/previews.ts";
import { addresses, toAbsoluteUrl } from "#urls.ts";
import { getArticle, readChecked, readSlug } from "./article-files.ts";
import { readCall, refuseCall, type Command } from "./command.ts";
import { Refusal } from "./plan.ts";

const usage = `PREVIEW_SECRET=… npm run preview-link -- SLUG

Prints the address at which a draft or scheduled article can be read before it is published. The page is there once the site
was built with the same secret, PREVIEW_SECRET=… npm run build, and deployed. Make a secret with: openssl rand -hex 32`;

const previewLink: Command = async (root, args, { say }) => {
  const [word] = readCall(args, usage, {}, 1).words;
  if (word === undefined) refuseCall("Which article?", usage);
  const secret = readPreviewSecret();
  if (secret === undefined) throw new Refusal(toSecretProblem() as string, 2);
  const slug = readSlug(word);
  const article = getArticle(await readChecked(root), slug);
  if (stateOf(article, readNow()) === "published")
    throw new Refusal(
      `${article.file} is published, so it has no preview: ${toAbsoluteUrl(addresses.article(slug))}`,
    );
  say(toAbsoluteUrl(toPreviewAddress(slug, secret)));
};
export default previewLink;
