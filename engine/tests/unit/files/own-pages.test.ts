import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { makeContent } from "../../support/fixture.ts";

const module = pathToFileURL(
  join(import.meta.dirname, "../../../files/own-pages.ts"),
).href;

test("pages are found in content, routes and public/, which are read once", () => {
  const root = makeContent([]);
  for (const file of [
    "src/content/pages/about.md",
    "src/pages/events.astro",
    "src/pages/events/[year].astro",
    "public/menu/index.html",
  ]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), "");
  }
  const printed = execFileSync(
    process.execPath,
    [
      "--input-type=module",
      "--eval",
      `import { rmSync } from "node:fs";
       import { hasPage, isOwnRoute } from "${module}";
       const addresses = ["/about/", "/events/", "/menu/", "/events/2026/", "/privacy/"];
       const look = () => [addresses.filter(hasPage), addresses.filter(isOwnRoute)];
       const first = look();
       rmSync("src", { recursive: true });
       console.log(JSON.stringify([first, look()]));`,
    ],
    { cwd: root, encoding: "utf8" },
  );
  const seen = [
    ["/about/", "/events/", "/menu/"],
    ["/events/", "/events/2026/"],
  ];
  expect(JSON.parse(printed)).toEqual([seen, seen]);
});
