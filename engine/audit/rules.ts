import type { Severity } from "#files/finding.ts";

/** Every rule of the audit, one a line: severity, permanent name, the rule, and what to do. An error fails an audit. */
const table = `
error   files/encoding         Pages, feeds and other texts are UTF-8. Save it as UTF-8.
warning files/link             Symbolic links lead to files of the site; others are not followed. Put the file itself there.
warning files/large            Texts have at most 20 MB; larger ones are not read. Split it.
error   links/missing          Every address of this site leads to a file. Correct the address, or add the file.
error   links/anchor           Every # names an id of the page it leads to. Name one that it has, or leave out the #.
error   links/invalid          Every address can be read as one. Correct it.
error   links/insecure         Addresses of this site begin like the site's own. Write https:
warning links/redirect         Links lead to pages, not to redirects. Link to the page itself.
warning links/slash            Links to a folder's page end with a slash, or a server has to redirect. Write the slash.
warning links/outside          Links do not leave the path below which the site is. Correct it, or write the whole address.
warning links/local            No link leads to the reader's own machine. Link to a public address.
error   page/title             Every page has a title. Write a <title>.
error   page/language          Every page says its language. Write it, like <html lang="en">.
error   page/heading           Every page has a main heading. Write an <h1>.
error   page/alt               Every picture has an alt. Say what it shows, or write alt="" if it only decorates.
error   page/id                No id is used twice in a page. Give each element its own.
error   page/canonical         A canonical link leads to a page that search engines may list. Name the page's own address.
warning page/headings          No page has several main headings. Keep one <h1>.
warning page/size              Every picture has a size, so that nothing moves when it loads. Write its width and height.
warning page/description       Every page that search engines may list has a description. Write a <meta name="description">.
warning page/no-canonical      Every page that search engines may list says its address. Write a <link rel="canonical">.
warning page/same-title        No two pages that search engines may list have the same title. Write one of its own.
warning page/same-description  No two pages that search engines may list have the same description. Write one of its own.
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
