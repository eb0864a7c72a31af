/** All certificates as a table for spreadsheets. */
import type { APIRoute } from "astro";
import { toAbsoluteUrl } from "gatepost/own-routes.ts";
import { catalogue } from "../certificates/addresses.ts";
import { toCsv } from "../certificates/data.ts";
import { getCertificates } from "../certificates/library.ts";

export const GET: APIRoute = async () =>
  new Response(toCsv(await getCertificates(), toAbsoluteUrl(catalogue.home)), {
    headers: { "Content-Type": "text/csv; charset=utf-8" },
  });
