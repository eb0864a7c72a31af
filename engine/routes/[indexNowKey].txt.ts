/** The file with the site's IndexNow key. */
import type { APIRoute, GetStaticPaths } from "astro";
import { site } from "#site.ts";

export const getStaticPaths = (() =>
  site.indexNowKey
    ? [{ params: { indexNowKey: site.indexNowKey } }]
    : []) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => new Response(params.indexNowKey);
