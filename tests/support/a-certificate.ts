import { certificateSchema } from "../../src/certificates/schema.ts";
import type { Certificate } from "../../src/certificates/certificate.ts";

const source = "issuer";

/** A certificate that nobody issues, for tests of the catalogue. */
export const aCertificate = (
  changes: Record<string, unknown> = {},
): Certificate => ({
  slug: "pan",
  ...certificateSchema.parse({
    name: "Certified Pan Handler",
    short: "CPH",
    description: "For people who hold pans.",
    issuer: "The Kitchen",
    url: "https://kitchen.example/pan",
    field: "cloud",
    level: "associate",
    status: "current",
    sources: {
      [source]: {
        title: "The pan page",
        publisher: "The Kitchen",
        url: "https://kitchen.example/pan",
        read: "2026-11-29",
        copy: "2026-03",
        issuer: true,
      },
    },
    code: { value: "PAN-01", since: "2026-01", source },
    format: { text: "Questions and a pan", handsOn: "some", source },
    length: { minutes: 120, questions: "60", source },
    fee: { amount: 400, currency: "USD", source },
    retake: { text: "One is included", amount: 0, source },
    validity: { months: 24, source },
    renewal: { text: "Take it again", fee: 100, yearly: 20, hours: 40, source },
    conditions: { text: "None", source },
    readers: ["Cooks", "Bakers", "Waiters"].map((who) => ({
      who,
      kind: "signal",
      answer: "maybe",
      why: "It depends on the pan.",
    })),
    lapse: {
      dayAfter: "The pan is taken away.",
      renewIf: "You still fry.",
      replaceIf: "You bake.",
      lapseIf: "You eat out.",
    },
    ...changes,
  }),
});
