/** Headers and redirects for web hosts (_headers, _redirects and .htaccess), and ads.txt, which advertisers read. */
import { existsSync } from "node:fs";
import type { APIRoute, GetStaticPaths } from "astro";
import { network } from "#ads/ads.ts";
import { listOwnFolders } from "#files/own-pages.ts";
import { getArticles, getPages, getRetired } from "#model/library.ts";
import { getEntryAliases } from "#model/own-entries.ts";
import { toHeadersFile } from "#seo/headers.ts";
import {
  toGoneFile,
  toHtaccess,
  toMoves,
  toRedirects,
} from "#seo/host-files.ts";
import { toSitePolicy } from "./_policy.ts";

// Astro ignores routes whose names start with _ or a dot.
export const getStaticPaths = (async () => {
  const articles = await getArticles();
  const sitePolicy = toSitePolicy(articles);
  // Some hosts serve these files, so they name no unlisted article: its aliases redirect by their pages alone.
  const aliases = articles.flatMap(({ aliases, address }) =>
    aliases.map((alias) => ({ from: alias, to: address })),
  );
  for (const { alias, address } of await getEntryAliases())
    aliases.push({ from: alias, to: address });
  const moves = toMoves(aliases);
  const files = {
    _headers: toHeadersFile(sitePolicy, [
      ...(await getPages()).map(({ address }) => address),
      ...listOwnFolders(),
    ]),
    _redirects: toRedirects(moves),
    ".htaccess": toHtaccess(moves, sitePolicy),
    ...(network?.adsTxt && { "ads.txt": network.adsTxt }),
    ...Object.fromEntries(
      getRetired().map(({ address }) => toGoneFile(address)),
    ),
  };
  // A file in public/ replaces the one of its name.
  return Object.entries(files)
    .filter(([host]) => !existsSync(`public/${host}`))
    .map(([host, text]) => ({ params: { host }, props: { text } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text);
