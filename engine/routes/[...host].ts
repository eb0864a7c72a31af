/** Redirects for web hosts: _redirects and .htaccess. */
import type { APIRoute, GetStaticPaths } from "astro";
import { getArticles, getRetired } from "#model/library.ts";
import { toGoneHtaccess, toHtaccess, toRedirects } from "#seo/host-files.ts";

// Astro ignores routes whose names start with _ or a dot.
export const getStaticPaths = (async () => {
  // Some hosts serve these files, so they name no unlisted article: its aliases redirect by their pages alone.
  const moved = (await getArticles()).flatMap(({ aliases, address }) =>
    aliases.map((alias) => ({ from: alias, to: address })),
  );
  const gone = getRetired().map(({ address }) => address);
  const files = {
    _redirects: toRedirects({ moved, gone }),
    ".htaccess": toHtaccess({ moved, gone }),
    ...Object.fromEntries(
      gone.map((address) => [
        `${address.slice(1)}.htaccess`,
        toGoneHtaccess(address),
      ]),
    ),
  };
  return Object.entries(files).map(([host, text]) => ({
    params: { host },
    props: { text },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text);
