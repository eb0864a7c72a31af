import type { Finding } from "#files/finding.ts";
import { isError } from "#check/rule.ts";

/** Findings for other programs: one object, lines and columns from 1. */
export const toJson = (findings: readonly Finding[]): string =>
  JSON.stringify(
    {
      problems: findings.filter(isError).length,
      warnings: findings.filter(({ severity }) => severity === "warning")
        .length,
      reminders: findings.filter(({ severity }) => severity === "reminder")
        .length,
      findings,
    },
    null,
    2,
  );
