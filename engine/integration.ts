import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import mdx from "@astrojs/mdx";
import type { AstroIntegration } from "astro";
import { fontProviders, sharpImageService } from "astro/config";
import { keepRenderer } from "#build/keep-renderer.ts";
import { contentOverlay } from "#check/overlay.ts";
import { listRoutes, toOwnRoute } from "#files/routes.ts";
import { processor, shikiConfig } from "#markdown/pipeline.ts";
import { toNewsletterForm } from "#newsletter/form.ts";
import { scriptSources, toBasePolicy, toDirectives } from "#policy.ts";
import { siteSearch } from "#search/site-search.ts";
import { siteMap } from "#seo/sitemap.ts";
import { site } from "#site.ts";
import { firstStyleHash, firstThemeHash } from "#styles/first.ts";
import { themeFolder } from "#theme/files.ts";
import { readFonts } from "#theme/fonts.ts";
import type { Typeface } from "#theme/typefaces.ts";
import { ownFiles } from "./own-files.ts";

const routeFolder = join(import.meta.dirname, "routes");

/** A typeface for Astro, which looks for files from the publication's root. */
const toFont = (
  cssVariable: `--${string}`,
  { name, weight, files, fallbacks }: Typeface,
) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  fallbacks,
  // A font that loads late is used from the next page on, so that no text moves.
  display: "optional" as const,
  options: {
    variants: (["normal", "italic"] as const)
      .filter((style) => files[style])
      .map((style) => ({
        src: [String(files[style]).replace(/^\.\//, `./${themeFolder}/`)],
        style,
        weight,
      })) as [Variant, ...Variant[]],
  },
});

type Variant = { src: [string]; style: "normal" | "italic"; weight: string };

/** Vite's preloader would be a third of a page's script, and our lazy parts have nothing for it to load. */
const plainImports = {
  name: "plain-imports",
  enforce: "pre" as const,
  load: {
    filter: { id: /^\0vite\/preload-helper\.js$/ },
    handler: () => "export const __vitePreload = (load) => load();",
  },
};

const formTargets = site.newsletter
  ? [new URL(toNewsletterForm(site.newsletter, "").action).origin]
  : [];

/** For links within the site, on paper (see base.css). */
const originRule = `:root{--origin:"${new URL(site.address).origin}"}`;

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The engine: routes, content, Markdown, fonts, policy, search and sitemap of a publication, from its `src/`. */
export default function gatepost(): AstroIntegration {
  return {
    name: "gatepost",
    hooks: {
      "astro:config:setup": async ({
        config,
        injectRoute,
        updateConfig,
        addWatchFile,
      }) => {
        const root = fileURLToPath(config.root);
        for (const route of listRoutes()) {
          const own = join(root, toOwnRoute(route));
          // A file in public/ replaces the route with its address.
          if (!existsSync(own) && !isFile(join(root, "public", route.pattern)))
            injectRoute({
              pattern: route.pattern,
              entrypoint: pathToFileURL(join(routeFolder, route.file)),
            });
          // Astro reads the routes once: the dev server restarts when one is added or deleted.
          addWatchFile(own);
        }
        const { fonts } = await readFonts(root);
        addWatchFile(join(root, themeFolder, "fonts.ts"));
        updateConfig({
          site: site.address,
          base: `/${site.base.replace(/^\/*|\/*$/g, "")}`,
          trailingSlash: "always",
          cacheDir: new URL("./.cache/", config.root),
          compressHTML: true,
          scopedStyleStrategy: "where",
          devToolbar: { enabled: false },
          // Astro does not hash the styles of an MDX component that it inlines: the policy would block them.
          build: { inlineStylesheets: "never" },
          vite: {
            // In node_modules it would be shared by checkouts that share those, and their dev servers would break
            // each other.
            cacheDir: "./.cache/vite",
            // Thousands of files that only commands write.
            server: { watch: { ignored: ["**/.cache/**", "**/.build/**"] } },
            // One style sheet for the whole site: it is small, and cached for a reader's second page.
            build: { assetsInlineLimit: 0, cssCodeSplit: false },
            plugins: [plainImports, ownFiles(root, originRule)],
          },
          integrations: [
            mdx(),
            siteMap(),
            contentOverlay(),
            siteSearch(),
            keepRenderer(root),
          ],
          markdown: { processor, shikiConfig },
          // By default AVIF takes ten times as long as WebP. Less effort takes twice as long, for files 5% larger.
          image: { service: sharpImageService({ avif: { effort: 2 } }) },
          fonts: [
            toFont("--font-reading", fonts.reading),
            toFont("--font-interface", fonts.interface),
          ],
          security: {
            csp: {
              algorithm: "SHA-256",
              scriptDirective: {
                resources: scriptSources,
                hashes: [firstThemeHash],
              },
              styleDirective: { hashes: [firstStyleHash] },
              directives: toDirectives(toBasePolicy(formTargets)) as never,
            },
          },
        });
      },
    },
  };
}
