/** The file of a route that a publication has of its own: a page with the engine's layout. */
export const anOwnPage = (title: string, address: string): string => `---
import Site from "gatepost/layouts/Site.astro";
---

<Site title="${title}" description="What it says." address="${address}">
  <h1>${title}</h1>
</Site>
`;
