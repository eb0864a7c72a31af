/** The rules for crawlers. */
import type { APIRoute } from "astro";
import { toRobots } from "#seo/robots.ts";
import { site } from "#site.ts";

export const GET: APIRoute = () => new Response(toRobots(site.aiCrawlers));
