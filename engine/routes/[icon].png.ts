/** Icons for home screens and feed readers. */
import type { APIRoute, GetStaticPaths } from "astro";
import {
  drawIcon,
  feedIcon,
  manifestIcons,
  touchIcon,
  type Icon,
} from "#cards/icons.ts";

export const getStaticPaths = (() =>
  [touchIcon, feedIcon, ...manifestIcons].map((icon) => ({
    params: { icon: icon.address.slice(1, -".png".length) },
    props: icon,
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<Icon> = async ({ props }) =>
  new Response(new Uint8Array(await drawIcon(props)), {
    headers: { "Content-Type": "image/png" },
  });
