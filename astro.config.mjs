import { defineConfig, fontProviders, sharpImageService } from "astro/config";
import mdx from "@astrojs/mdx";
import { contentOverlay } from "./src/check/overlay.ts";
import { toNewsletterForm } from "./src/components/newsletter-form.ts";
import { processor, shikiConfig } from "./src/markdown/pipeline.ts";
import { siteSearch } from "./src/search/site-search.ts";
import { siteMap } from "./src/seo/sitemap.ts";
import { site } from "./src/site.ts";

const font = (name, cssVariable, weight, files, fallbacks) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  fallbacks,
  // What comes late waits for the next page: nothing jumps under a reader.
  display: "optional",
  options: {
    variants: files.map(([style, file]) => ({
      src: [`./node_modules/@fontsource-variable/${file}`],
      style,
      weight,
    })),
  },
});

/** A third of a page's script would be Vite's preloader, for style sheets and chunks that our lazy parts do not have. */
const plainImports = {
  name: "plain-imports",
  enforce: "pre",
  load: {
    filter: { id: /^\0vite\/preload-helper\.js$/ },
    handler: () => "export const __vitePreload = (load) => load();",
  },
};

/** Where forms may be sent: here, and to whoever sends the newsletter. */
const formTargets = [
  "'self'",
  ...(site.newsletter
    ? [new URL(toNewsletterForm(site.newsletter, "").action).origin]
    : []),
];

export default defineConfig({
  site: site.address,
  base: site.base,
  trailingSlash: "always",
  cacheDir: "./.cache",
  compressHTML: true,
  scopedStyleStrategy: "where",
  devToolbar: { enabled: false },
  // What Astro puts into a page for an MDX component it does not hash: the policy would block it.
  build: { inlineStylesheets: "never" },
  vite: {
    // Below node_modules it would be shared by checkouts that share those, and their dev servers would break each other.
    cacheDir: "./.cache/vite",
    // One style sheet for the whole site: small enough, and already there on a reader's second page.
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
    plugins: [plainImports],
  },
  integrations: [mdx(), siteMap(), contentOverlay(), siteSearch()],
  markdown: { processor, shikiConfig },
  // By default a picture's AVIF takes ten times as long as its WebP; so, twice as long, and is a twentieth larger.
  image: { service: sharpImageService({ avif: { effort: 2 } }) },
  fonts: [
    font(
      "Source Serif 4",
      "--font-reading",
      "200 900",
      [
        [
          "normal",
          "source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
        ],
        [
          "italic",
          "source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
        ],
      ],
      ["Georgia", "serif"],
    ),
    font(
      "Figtree",
      "--font-interface",
      "300 900",
      [["normal", "figtree/files/figtree-latin-wght-normal.woff2"]],
      ["Helvetica Neue", "Arial", "sans-serif"],
    ),
  ],
  security: {
    csp: {
      // The search is a program in WebAssembly; it lets no text run as script.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      directives: [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        `form-action ${formTargets.join(" ")}`,
      ],
    },
  },
});
