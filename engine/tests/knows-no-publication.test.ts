import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const engine = join(import.meta.dirname, "..");

/**
 * The publication this engine was first written for: its name where a site's name is (the software has the same one), its
 * addresses, and the words of its subject. "Signal" is allowed: it names a colour here, and what stops a process;
 * `ssl_certificate` is a directive of nginx.
 */
const words = [
  /["'`]Gatepost["'`:]|\bname: Gatepost\b/,
  /gatepost(?:\.example|\d)/,
  /(?<!ssl_)certificat|certified|\bcareers?\b|\bexams?\b|\bhiring\b|\bvouchers?\b|\bPMP\b/i,
  /\bgates?\b|worksheet|verdict/i,
];

test("the engine contains no word of this publication", () => {
  const found = globSync("**/*.*", {
    cwd: engine,
    exclude: ["tests/knows-no-publication.test.ts", "**/node_modules/**"],
  })
    .filter(
      (file) => !/\.(?:png|jpe?g|webp|avif|gif|woff2?|ttf|zip|gz)$/.test(file),
    )
    .flatMap((file) =>
      readFileSync(join(engine, file), "utf8")
        .split("\n")
        .flatMap((line, index) =>
          words.some((word) => word.test(line))
            ? [`${file}:${index + 1} ${line.trim()}`]
            : [],
        ),
    );
  expect(found).toEqual([]);
});
