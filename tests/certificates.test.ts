import { describe, expect, test } from "vitest";
import { toKind, toReadDays } from "../src/certificates/certificate.ts";
import {
  toAhead,
  toChanges,
  toFeedOrder,
  toNews,
} from "../src/certificates/changes.ts";
import { toComparison } from "../src/certificates/comparison.ts";
import {
  formatSum,
  noChoices,
  toCost,
  toPrices,
  toRenewals,
} from "../src/certificates/cost.ts";
import { toCsv, toJson } from "../src/certificates/data.ts";
import { toFacts } from "../src/certificates/facts.ts";
import {
  formatMinutes,
  formatMoney,
  formatMonths,
  formatWhen,
  readNumber,
} from "../src/certificates/format.ts";
import { lineHeight, toTimeline } from "../src/certificates/timeline.ts";
import { toTypeset } from "../src/certificates/typeset.ts";
import { aCertificate } from "./support/a-certificate.ts";

const source = "issuer";

test("straight quotes in texts are curled", () => {
  expect(
    toTypeset({ texts: [`It's "the 'first' one" ("so").`], minutes: 90 }),
  ).toEqual({ texts: ["It’s “the ‘first’ one” (“so”)."], minutes: 90 });
});

test("numbers and days are written as readers expect", () => {
  expect(formatMoney(395, "USD")).toBe("US$395");
  expect(formatMoney(1749.5, "EUR")).toBe("€1,749.50");
  expect([12, 18, 36].map(formatMonths)).toEqual([
    "1 year",
    "18 months",
    "3 years",
  ]);
  expect([45, 60, 90, 120, 150].map(formatMinutes)).toEqual([
    "45 minutes",
    "1 hour",
    "90 minutes",
    "2 hours",
    "2 hours 30 minutes",
  ]);
  expect(["2026-07", "2026-07-09"].map(formatWhen)).toEqual([
    "July 2026",
    "9 July 2026",
  ]);
});

describe("a certificate", () => {
  test("is what it is for the reader who needs it most", () => {
    const [one, two, three] = aCertificate().readers;
    expect(
      toKind({
        readers: [
          { ...one!, kind: "ignored" },
          { ...two!, kind: "filter" },
          { ...three!, kind: "signal" },
        ],
      }),
    ).toBe("filter");
  });

  test("is as old as its oldest fact", () => {
    const { sources } = aCertificate();
    const older = { ...sources[source]!, read: "2026-10-01" };
    expect(toReadDays({ sources: { ...sources, older } })[0]).toBe(
      "2026-10-01",
    );
  });

  test("has facts with their sources, and says which are not confirmed", () => {
    const facts = toFacts(
      aCertificate({ retake: undefined, notConfirmed: ["retake"] }),
    );
    expect(
      facts.map(({ label, value, source }) => [label, value, source?.title]),
    ).toEqual([
      ["Exam fee", "US$400", "The pan page"],
      ["Valid for", "2 years", "The pan page"],
      ["Renewal", "Take it again", "The pan page"],
      ["Exam", "Questions and a pan", "The pan page"],
      ["Length", "2 hours, 60 questions", "The pan page"],
      ["Second attempt", undefined, undefined],
      ["Conditions", "None", "The pan page"],
      ["Exam code", "PAN-01, since January 2026", "The pan page"],
    ]);
  });
});

test.each([
  ["65 (50 scored)", "65 questions (50 scored)"],
  ["40 to 60", "40 to 60 questions"],
  ["at most 90 in each exam", "at most 90 questions in each exam"],
  ["15 to 20 tasks", "15 to 20 tasks"],
])("an exam's length says what it counts: %s", (questions, said) => {
  const length = { minutes: 120, questions, source };
  const fact = toFacts(aCertificate({ length })).find(
    ({ name }) => name === "length",
  );
  expect(fact?.value).toBe(`2 hours, ${said}`);
});

describe("the cost in five years", () => {
  test("is the fee, the renewals within five years and the yearly fees", () => {
    const cost = toCost(toPrices(aCertificate()));
    expect(
      cost.lines.map(({ label, how, amount }) => [label, how, amount]),
    ).toEqual([
      ["Exam fee", "One attempt", 400],
      ["Renewals", "2 × US$100", 200],
      ["Yearly fees", "5 × US$20", 100],
    ]);
    expect(cost).toMatchObject({ sum: 700, own: 700, hours: 100, missing: [] });
  });

  test.each([
    [12, 4],
    [24, 2],
    [36, 1],
    [48, 1],
    [60, 0],
    ["life" as const, 0],
    [undefined, undefined],
  ])("what is valid for %s months is renewed %s times", (validity, times) => {
    expect(toRenewals(validity)).toBe(times);
  });

  test("has what is paid once besides the exam, and nothing of it while the fee is not confirmed", () => {
    const fee = { amount: 760, once: 50, currency: "USD", source };
    const isaca = aCertificate({ fee });
    const { sum, lines } = toCost(toPrices(isaca));
    expect(lines[0]).toMatchObject({
      how: "One attempt, and US$50 once",
      amount: 810,
    });
    expect(sum).toBe(1110);
    expect(toFacts(isaca)[0]?.notes).toEqual([
      "US$50 besides, once, for the application",
    ]);
    expect(toCost({ currency: "USD", once: 50 }).missing).toContain("exam fee");
  });

  test("never takes what is not confirmed for nothing", () => {
    const cost = toCost({ currency: "USD", fee: 300, validity: 36 });
    expect(cost.missing).toEqual(["renewals", "yearly fees"]);
    expect(cost.hours).toBeUndefined();
    expect(formatSum(cost, "USD")).toBe("at least US$300");
    expect(formatSum(toCost({ currency: "USD", yearly: 0 }), "USD")).toBe(
      "Not confirmed",
    );
    // Without a validity nobody knows how often it is renewed.
    expect(
      toCost({ currency: "USD", fee: 300, renewal: 50, yearly: 0 }).missing,
    ).toEqual(["renewals"]);
  });

  test("has no renewal within the years in which it is valid, whatever one costs", () => {
    const cost = toCost({
      currency: "USD",
      fee: 150,
      validity: "life",
      yearly: 0,
    });
    expect(cost).toMatchObject({ sum: 150, missing: [] });
  });

  test("counts failed attempts and hours, and the employer pays a share of the money only", () => {
    const cost = toCost(
      toPrices(
        aCertificate({ retake: { text: "Pay again", amount: 200, source } }),
      ),
      {
        failed: 1,
        study: 50,
        hour: 10,
        share: 50,
      },
    );
    // 700 and a retake, and 150 hours of study and upkeep.
    expect(cost).toMatchObject({
      sum: 900 + 1500,
      own: 450 + 1500,
      hours: 150,
    });
    expect(
      toCost(
        { currency: "USD", fee: 1, validity: "life", yearly: 0 },
        { ...noChoices, failed: 1, hour: 5 },
      ).missing,
    ).toEqual(["more attempts", "your hours"]);
  });
});

test.each([
  ["395", 395],
  [" 395.50 ", 395.5],
  ["395,5", 395.5],
  ["1,250.50", 1250.5],
  ["1.250,50", 1250.5],
  ["1 250", 1250],
  ["1,250", 1250],
  ["0.125", 0.125],
  ["", undefined],
  ["-5", undefined],
  ["abc", undefined],
  ["1e9", undefined],
])("an amount written as %j is %j", (text, amount) => {
  expect(readNumber(text)).toBe(amount);
});

describe("changes", () => {
  const change = (date: string, what = "It changed.") => ({
    date,
    what,
    todo: "Look.",
    source,
  });
  const pan = aCertificate({
    changes: [
      change("2027-02", "It ends."),
      change("2026-05-01", "Newer."),
      change("2026-05-01", "Older."),
    ],
  });
  const lid = {
    ...aCertificate({ changes: [change("2026-11-30")] }),
    slug: "lid",
  };

  test("are newest first, with ids that a newer one leaves alone", () => {
    expect(toChanges([pan, lid]).map(({ id, what }) => [id, what])).toEqual([
      ["pan-2027-02", "It ends."],
      ["lid-2026-11-30", "It changed."],
      ["pan-2026-05-01", "Older."],
      ["pan-2026-05-01-2", "Newer."],
    ]);
  });

  test("that several files tell in the same words are one, with all their certificates", () => {
    const pot = { ...pan, slug: "pot", short: "POT" };
    const changes = toChanges([pot, pan, lid]);
    expect(changes.map(({ id }) => id)).toEqual(
      toChanges([pan, lid]).map(({ id }) => id),
    );
    expect(changes[0]!.also).toMatchObject([
      { id: "pot-2027-02", short: "POT" },
    ]);
    expect(toTimeline(changes.slice(0, 1)).points[0]?.lines).toEqual([
      "CPH, POT: It ends.",
    ]);
  });

  test("are ahead until their day or month is over", () => {
    const changes = toChanges([pan, lid]);
    const ahead = (day: string) => toAhead(changes, day).map(({ id }) => id);
    expect(ahead("2026-11-30")).toEqual(["lid-2026-11-30", "pan-2027-02"]);
    expect(ahead("2026-12-01")).toEqual(["pan-2027-02"]);
    expect(ahead("2027-02-28")).toEqual(["pan-2027-02"]);
    expect(ahead("2027-03-01")).toEqual([]);
  });

  test("lead with the next one ahead, or else the latest", () => {
    const changes = toChanges([pan]);
    expect(toNews(changes, "2026-11-30")?.what).toBe("It ends.");
    expect(toNews(changes, "2026-04-30")?.what).toBe("Newer.");
    expect(toNews(changes, "2027-03-01")?.what).toBe("It ends.");
    expect(toNews([], "2027-03-01")).toBeUndefined();
  });

  test("are in feeds in the order in which they were read", () => {
    const [first, second] = toChanges([lid, pan]);
    const read = (day: string) => ({ ...first!.from, read: day });
    expect(
      toFeedOrder([
        { ...first!, from: read("2026-10-01") },
        { ...second!, from: read("2026-11-01") },
      ]).map(({ id }) => id),
    ).toEqual([second!.id, first!.id]);
  });
});

test("the timeline has each day once, with texts that keep clear of each other", () => {
  const change = (date: string, what: string) => ({
    date,
    what,
    todo: "Look.",
    source,
  });
  const { points, height } = toTimeline(
    toChanges([
      aCertificate({
        changes: [
          change("2031-06", "word ".repeat(50).trim()),
          change("2026-12-31", "The last day: nothing more."),
          change("2026-12-31", "It ends."),
          change("2026-12-30", "It begins."),
        ],
      }),
    ]).toReversed(),
  );
  expect(points.map(({ head }) => head)).toEqual([
    "30 December 2026",
    "31 December 2026",
    "June 2031",
  ]);
  expect(points[1]?.lines).toEqual(["CPH: The last day", "CPH: It ends."]);
  expect(points[2]?.lines).toHaveLength(2);
  expect(points[2]?.lines[1]).toMatch(/word…$/);
  for (const [index, { y, lines }] of points.entries())
    expect(y + lines.length * lineHeight).toBeLessThan(
      points[index + 1]?.y ?? height,
    );
});

describe("the data", () => {
  const home = "https://site.example/certificates/";

  test("as CSV has a row per certificate, with quoted cells, sources and days", () => {
    const csv = toCsv(
      [
        aCertificate({ conditions: { text: 'Two "pans", one\tlid', source } }),
        aCertificate({ validity: undefined, notConfirmed: ["validity"] }),
      ],
      home,
    );
    const [head, first, second, last] = csv.split("\r\n");
    const columns = head!.split(",");
    expect(last).toBe("");
    expect(first).toContain(',"Two ""pans"", one\tlid",');
    const cells = second!.split(",");
    expect(cells).toHaveLength(columns.length);
    const cell = (name: string) => cells[columns.indexOf(name)];
    expect(cell("fee")).toBe("400");
    expect(cell("fee_source")).toBe("https://kitchen.example/pan");
    expect(cell("fee_read")).toBe("2026-11-29");
    expect(cell("months_valid")).toBe("");
    expect(cell("validity_read")).toBe("");
    expect(cell("not_confirmed")).toBe("validity");
    // The number of renewals is not known, so the sum is not.
    expect(cell("five_years")).toBe("");
    expect(cell("page")).toBe(`${home}pan/`);
  });

  test("as JSON names its licence and has the fields of the files", () => {
    const file = JSON.parse(toJson([aCertificate()], home, "The Larder"));
    expect(file).toMatchObject({
      url: home,
      licence: { name: "CC BY 4.0", credit: "The Larder" },
      certificates: [
        {
          slug: "pan",
          page: `${home}pan/`,
          oldestRead: "2026-11-29",
          fee: { amount: 400, source },
          sources: { issuer: { read: "2026-11-29" } },
        },
      ],
    });
  });
});

test("a comparison has a value for each certificate in every row", () => {
  const rows = toComparison([
    aCertificate(),
    aCertificate({
      fee: { amount: 300, currency: "USD", source },
      length: undefined,
      notConfirmed: ["length"],
    }),
  ]);
  expect(rows.slice(0, 2)).toEqual([
    { label: "Exam fee", values: ["US$400", "US$300"] },
    { label: "Five years", values: ["US$700", "US$600"] },
  ]);
  expect(rows).toContainEqual({
    label: "Length",
    values: ["2 hours, 60 questions", "Not confirmed"],
  });
  expect(rows.every(({ values }) => values.length === 2)).toBe(true);
  const [status] = toComparison([
    aCertificate({ status: "retiring" }),
    aCertificate(),
  ]).filter(({ label }) => label === "Status");
  expect(status?.values).toEqual(["Being retired", "Current"]);
});
