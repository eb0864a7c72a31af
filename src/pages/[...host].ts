import type { APIRoute, GetStaticPaths } from "astro";
import { getArticles, getRetired } from "#articles/library.ts";
import { toGoneHtaccess, toHtaccess, toRedirects } from "#seo/host-files.ts";
import { toSecurity } from "#seo/plain-texts.ts";
import { addresses } from "#urls.ts";

/** What web hosts read beside the pages, and security.txt. Astro takes no route whose own name begins with _ or a dot. */
export const getStaticPaths = (async () => {
  const moved = (await getArticles()).flatMap(({ aliases, address }) =>
    aliases.map((alias) => ({ from: alias, to: address })),
  );
  const gone = getRetired().map(({ address }) => address);
  const files = {
    _redirects: toRedirects({ moved, gone }),
    ".htaccess": toHtaccess({ moved, gone }),
    [addresses.security.slice(1)]: toSecurity(),
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
  new Response(props.text, {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
