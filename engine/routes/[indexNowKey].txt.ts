import type { APIRoute, GetStaticPaths } from "astro";
import { site } from "#site.ts";

/** The file in which IndexNow finds our key; none without a key. */
export const getStaticPaths = (() =>
  site.indexNowKey
    ? [{ params: { indexNowKey: site.indexNowKey } }]
    : []) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => new Response(params.indexNowKey);
