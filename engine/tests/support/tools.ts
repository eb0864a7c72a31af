/** The default menu, and the fixture's own pages (see publication/src/collections.ts). */
export const toolMenu = [
  { label: "Articles", to: "/articles/" },
  { label: "Topics", to: "/topics/" },
  { label: "About", to: "/about/" },
  { label: "Subscribe", to: "/subscribe/" },
  { label: "Tools", to: "/tools/" },
];

export const toolContent: [string, string][] = [
  [
    "tools/pan.md",
    `---
name: Frying pan
summary: A heavy pan for searing.
bought: 2026-02-03
price:
  amount: 40
  currency: EUR
  shop: smithy
shops:
  smithy:
    url: https://smithy.example/
    near: true
replacedBy: pot
aliases:
  - /tools/skillet/
---

It keeps its heat: *sear* in it.

## Care

Oil it after each use. More in [our test](/articles/plain-5/) and [its price](#price).
`,
  ],
  [
    "tools/pot.md",
    `---
name: Casserole & lid
summary: For everything that takes hours.
bought: 2026-05-06
size:
  litres: 5
usedWith:
  - pan
---

Slow work.
`,
  ],
];
