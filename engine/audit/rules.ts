import type { Severity } from "#files/finding.ts";

/** Every rule of the audit, one a line: severity, permanent name, the rule, and what to do. An error fails an audit. */
const table = `
warning files/encoding         Pages, feeds and other texts are UTF-8. Save it as UTF-8.
warning files/skipped          Every file can be checked. Check it yourself, or change it so that the audit can.
error   links/missing          Every address of this site leads to a file: in pages, styles, feeds, sitemaps, structured data. Correct the address, or add the file.
error   links/anchor           Every # names an id of the page it leads to. Name one that it has, or leave out the #.
error   links/invalid          Every address can be read as one. Correct it.
warning links/insecure         Links to this site begin with https: if the site does. Write https:
warning links/redirect         Links lead to pages, not to redirects. Link to the page itself.
warning links/slash            Links to a folder's page end with a slash, or a server has to redirect. Write the slash.
warning links/outside          Links do not leave the path below which the site is. Correct it, or write the whole address.
error   page/title             Every page has a title. Write a <title>.
error   page/language          Every page says its language. Write it, like <html lang="en">.
warning page/heading           Every page has a main heading. Write an <h1>.
error   page/canonical         A canonical link leads to a page that search engines may list. Name the page's own address.
warning page/size              Every picture has a size, so that nothing moves when it loads. Write its width and height.
warning page/description       Every page that search engines may list has a description. Write a <meta name="description">.
warning page/no-canonical      Every page that search engines may list says its address. Write a <link rel="canonical">.
warning page/same-title        No two pages that search engines may list have the same title. Write one of its own.
warning page/same-description  No two pages that search engines may list have the same description. Write one of its own.
warning orphans/page           Every page that search engines may list is linked to from another. Link to it, or remove it.
error   redirects/missing      Redirects lead to pages that exist. Correct the address.
error   redirects/loop         No redirect leads back to itself. Remove one of them.
warning redirects/chain        A redirect leads to its page at once. Write the last address.
warning redirects/hidden       No file is at an address that is redirected. Remove one of them.
warning sitemap/hidden         A sitemap lists only pages that search engines may list. Remove it from the sitemap.
warning sitemap/absent         A sitemap lists every page that search engines may list. Add it.
warning sitemap/robots         robots.txt lets search engines in. Remove the line, unless nobody should find the site.
error   feeds/xml              XML files are well-formed. Escape & and <, and close every element.
error   feeds/json             JSON files can be parsed. Correct it.
error   feeds/element          Feeds have the elements that feed readers need. Add it.
error   feeds/id               No two items of a feed have the same id. Give each its own.
error   data/json              Structured data is JSON. Correct it.
warning data/property          Articles and breadcrumbs have what search engines use. Add it.
warning data/id                A thing that structured data names with a # is described in the same page. Describe it there.
warning policy/none            A site has a content security policy. Write a <meta http-equiv="content-security-policy">, unless a header has it.
error   policy/missing         Every page has a content security policy if another has one. Write the same <meta http-equiv="content-security-policy">.
error   policy/late            A policy comes before everything that it governs. Move the policy to the start of the <head>.
error   policy/unsafe          No policy has 'unsafe-inline' or 'unsafe-eval'. Use files, or hashes.
error   policy/inline          A policy has the hash of every inline script and style. Add the hash, or use a file.
error   policy/attribute       No page has attributes that its policy blocks. Use a class, or a script in a file.
error   policy/source          A policy allows every file that its page loads, and every form. Add its source, or remove the file.
error   leaks/file             No file of a machine or an editor is published. Delete it.
error   leaks/source-map       No source map is published or named. Build without source maps.
error   leaks/path             No path of the machine that built the site is published. Find where it comes from.
error   leaks/position         No picture has the position of its camera. Save it without metadata.
error   leaks/key              No private key is published. Remove it, and make a new one.
warning weight/page            No page loads more than the budgets below at once. Remove what it does not use, or split it.
`;

export type Rule = { severity: Severity; about: string; remedy: string };
export const rules: ReadonlyMap<string, Rule> = new Map(
  [...table.matchAll(/^(error|warning) +(\S+) +(.*?\.) (.*)$/gm)].map(
    ([, severity, name = "", about = "", remedy = ""]) => [
      name,
      { severity: severity as Severity, about, remedy },
    ],
  ),
);
