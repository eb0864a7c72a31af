import type { Severity } from "#files/finding.ts";

/** The severity, name, problem and remedy of every rule. $1 is the text in the file that the problem is about. */
const table = `
warning files/encoding         This file is not UTF-8.  Save it as UTF-8.
warning files/skipped          This was not checked: $2.  Check it yourself, or change it so that the audit can.
error   links/missing          $1 does not exist.  Correct the address, or add the file.
error   links/anchor           $2 has no id "$3".  Name one that it has, or leave out the #.
error   links/invalid          $1 is not an address.  Correct it.
warning links/redirect         $1 is redirected to $2.  Link to the page itself.
warning links/outside          $1 is not below $2, where this site is.  Correct it, or write the whole address.
error   page/title             The page has no title.  Write a <title>.
error   page/language          The page has no language.  Write it, like <html lang="en">.
error   page/canonical         The canonical link leads to $1, which search engines cannot list.  Name the page's own address.
warning page/heading           The page has no main heading.  Write an <h1>.
warning page/size              The picture $1 has no size, so the page moves when it loads.  Write its width and height.
warning page/description       The page has no description.  Write a <meta name="description">.
warning page/no-canonical      The page has no canonical link.  Write a <link rel="canonical">.
warning page/same-title        The title is also that of $2: $1  Write another one.
warning page/same-description  The description is also that of $2: $1  Write another one.
warning orphans/page           No page links to this one.  Link to it, or remove it.
error   redirects/missing      $2 is redirected to $3, which does not exist.  Correct the address.
error   redirects/loop         $2 is redirected to itself.  Remove one of the redirects.
warning redirects/chain        $2 is redirected $4 times before it reaches $3.  Write the last address.
warning redirects/hidden       $1 is redirected, and it is also the file $2.  Remove one of them.
warning sitemap/hidden         $1 is in the sitemap, but search engines may not list it.  Remove it from the sitemap.
warning sitemap/absent         The page is not in the sitemap.  Add it.
warning sitemap/robots         robots.txt keeps all search engines out.  Remove the line, unless nobody should find the site.
error   feeds/xml              This XML is not well-formed: $2  Escape & and <, and close every element.
error   feeds/json             This JSON cannot be parsed: $2.  Correct it.
error   feeds/element          $2 has no $3.  Add it.
error   feeds/id               Several items have the id $1.  Give each its own.
error   data/json              The structured data cannot be parsed: $2.  Correct it.
warning data/id                $1 is not described in this page.  Describe it there.
warning policy/none            No page has a content security policy.  Write a <meta http-equiv="content-security-policy">, unless a header has it.
error   policy/missing         The page has no content security policy, but others have.  Write the same <meta http-equiv="content-security-policy">.
error   policy/late            The policy does not govern the <$2> before it.  Move the policy to the start of the <head>.
error   policy/unsafe          $2 has $1.  Use files, or hashes.
error   policy/inline          The policy blocks an inline $2: $3 is missing.  Add the hash, or use a file.
error   policy/attribute       The policy blocks the attribute $1.  Use a class, or a script in a file.
error   policy/source          The policy blocks $1 as $2: it allows only $3.  Add its source, or remove the file.
error   leaks/file             This file is not for readers.  Delete it.
error   leaks/source-map       $1 is a source map.  Build without source maps.
error   leaks/path             $1 is a path of this machine.  Find where it comes from.
error   leaks/position         The picture says where it was taken.  Save it without metadata.
error   leaks/key              This file has a private key.  Remove it, and make a new one.
warning weight/page            The page loads $3 bytes of $2, more than $4: $5.  Remove what it does not use, or split it.
`;

export type Rule = { severity: Severity; problem: string; remedy: string };
export const rules: ReadonlyMap<string, Rule> = new Map(
  [...table.matchAll(/^(error|warning) +(\S+) +(.*?)  (.*)$/gm)].map(
    ([, severity, name = "", problem = "", remedy = ""]) => [
      name,
      { severity: severity as Severity, problem, remedy },
    ],
  ),
);
