import { readPolicy } from "#policy.ts";
import type { Answer } from "./web-servers.ts";

/**
 * The score of a home page by the rules of Mozilla's HTTP Observatory; 100 is A+. Points as in @mdn/mdn-http-observatory 1.4.8
 * (src/grader/charts.js and src/analyzer/tests), read on 2026-11-29, for sites without cookies or scripts of other sites. The
 * package itself has 130 MB of dependencies. Bonuses count only without large penalties.
 * @param home an answer over HTTPS
 * @param plain the answer to the same request without encryption
 */
export function toScore({ headers }: Answer, plain: Answer): number {
  const policy = readPolicy(String(headers["content-security-policy"] ?? ""));
  const sourcesOf = (name: string) =>
    policy[name] ?? policy["default-src"] ?? ["*"];
  const isBroad = (source: string) =>
    /^(?:\*|https?:|ftp:|https?:\/\/\*.*)$/.test(source);
  const isInline = (source: string) =>
    /^(?:'unsafe-inline'|data:)$/.test(source);
  const score = (...rules: [applies: boolean, points: number][]) =>
    rules.find(([applies]) => applies)?.[1] ?? 0;
  const age = Number(
    /max-age=(\d+)/.exec(headers["strict-transport-security"] ?? "")?.[1] ?? -1,
  );
  const referrer = String(headers["referrer-policy"] ?? "");
  const frames = policy["frame-ancestors"];
  const points = [
    score(
      [Object.keys(policy).length === 0, -25],
      [
        sourcesOf("script-src").some((one) => isBroad(one) || isInline(one)),
        -20,
      ],
      [sourcesOf("object-src").some(isBroad), -20],
      [
        Object.values(policy)
          .flat()
          .some((one) => one.startsWith("http:")),
        -20,
      ],
      [sourcesOf("script-src").includes("'unsafe-eval'"), -10],
      [sourcesOf("style-src").some((one) => isBroad(one) || isInline(one)), 0],
      [policy["default-src"]?.join() === "'none'", 10],
      [true, 5],
    ),
    score([age < 0, -20], [age < 15_768_000, -10]),
    score(
      [plain.status < 300 || plain.status >= 400, -20],
      [!plain.headers.location?.startsWith("https://localhost"), -20],
    ),
    score([headers["x-content-type-options"] !== "nosniff", -5]),
    score([!frames, -20], [!frames?.some(isBroad), 5]),
    score(
      [referrer === "", 0],
      [/^(?:no-referrer|same-origin|strict-origin.*)$/.test(referrer), 5],
      [true, -5],
    ),
    score([headers["set-cookie"] !== undefined, -40]),
    score([headers["access-control-allow-credentials"] !== undefined, -50]),
  ];
  const sum = (list: number[]) => list.reduce((a, b) => a + b, 100);
  const penalized = sum(points.filter((one) => one < 0));
  return penalized >= 90 ? sum(points) : penalized;
}
