import { expect, test } from "vitest";
import {
  joinPolicies,
  readPolicy,
  textAsHtmlPolicy,
  toBasePolicy,
  toPolicyText,
  videoPolicy,
} from "#policy.ts";

const base = toBasePolicy(["https://letters.example"]);

test("policies are joined into one that allows what any of them allows", () => {
  const joined = joinPolicies([
    base,
    videoPolicy,
    { "connect-src": ["https://count.example"], "object-src": ["'self'"] },
  ]);
  expect(joined).toMatchObject({
    "default-src": ["'none'"],
    "connect-src": ["'self'", "https://count.example"],
    "frame-src": ["https://www.youtube-nocookie.com"],
    "object-src": ["'self'"],
    "form-action": ["'self'", "https://letters.example"],
  });
});

test("a page, or astro.config.mjs, can allow scripts to turn text into HTML", () => {
  const { "require-trusted-types-for": _, "trusted-types": __, ...rest } = base;
  expect(joinPolicies([base, textAsHtmlPolicy])).toEqual(rest);
  expect(readPolicy(`${toPolicyText(base)};require-trusted-types-for`)).toEqual(
    rest,
  );
});

test("a policy is the same after it was written and read", () => {
  expect(readPolicy(toPolicyText(base))).toEqual(base);
});

// Browsers ignore the second.
test("directives that an owner repeats in astro.config.mjs are joined", () => {
  expect(
    readPolicy(
      "connect-src 'self'; connect-src  https://count.example ;; sandbox",
    ),
  ).toEqual({
    "connect-src": ["'self'", "https://count.example"],
    sandbox: [],
  });
});
