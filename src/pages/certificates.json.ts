/** All certificates, with their sources, for programs. */
import type { APIRoute } from "astro";
import { toAbsoluteUrl } from "gatepost/own-routes.ts";
import { catalogue } from "../certificates/addresses.ts";
import { toJson } from "../certificates/data.ts";
import { getCertificates } from "../certificates/library.ts";
import { site } from "../site.ts";

export const GET: APIRoute = async () =>
  new Response(
    toJson(await getCertificates(), toAbsoluteUrl(catalogue.home), site.name),
    { headers: { "Content-Type": "application/json; charset=utf-8" } },
  );
