import { expect, test } from "vitest";
import { comments } from "#services-settings.ts";

const giscus = {
  provider: "giscus",
  repo: "larder/talk",
  repoId: "R_kgDOAbCdEf",
  category: "Talk & more",
  categoryId: "DIC_kwDOAbCdEf4AbCdE",
};

test("the ids that giscus.app gives are accepted", () => {
  expect(comments.safeParse(giscus).success).toBe(true);
  const repoId = "MDEwOlJlcG9zaXRvcnkzMjcxNjU1NDc=";
  expect(comments.safeParse({ ...giscus, repoId }).success).toBe(true);
});

test.each([
  { provider: "giscuss" },
  { provider: "giscus" },
  { provider: "mastodon", server: "mastodon.example" },
  { ...giscus, repo: "https://github.com/larder/talk" },
  { ...giscus, repoId: "R&theme=dark" },
  { ...giscus, category: " " },
  { ...giscus, theme: "dark" },
])("the setting %j is refused", (setting) =>
  expect(comments.safeParse(setting).success).toBe(false),
);
