import { ownCollection } from "gatepost/own-content.ts";
import { catalogue } from "./certificates/addresses.ts";
import { toHeading } from "./certificates/certificate.ts";
import { comparisonSchema } from "./certificates/comparison-schema.ts";
import { certificateRules } from "./certificates/rules.ts";
import { certificateSchema } from "./certificates/schema.ts";

/** The kinds of content that only this publication has: see docs/make-it-yours.md of the engine. */
export const collections = {
  certificates: ownCollection({
    noun: "certificate",
    title: "Certificates",
    schema: certificateSchema,
    address: catalogue.certificate,
    about: (fields) => ({
      title: toHeading(fields),
      description: fields.description,
      kicker: "Certificate",
    }),
    anchors: ["for-whom", "facts", "verdict", "cost", "renewal", "changes"],
    rules: certificateRules,
  }),
  comparisons: ownCollection({
    noun: "comparison",
    folder: "certificates/comparisons",
    title: "Comparisons",
    schema: comparisonSchema,
    address: catalogue.comparison,
    about: ({ title, description }) => ({
      title,
      description,
      kicker: "Comparison",
    }),
  }),
};
