import { ownCollection } from "gatepost/own-content.ts";
import { certificateRules } from "./certificates/rules.ts";
import { certificateSchema } from "./certificates/schema.ts";

/** The kinds of content that only this publication has: see docs/make-it-yours.md of the engine. */
export const collections = {
  certificates: ownCollection({
    noun: "certificate",
    title: "Certificates",
    schema: certificateSchema,
    address: (id) => `/certificates/${id}/`,
    about: ({ name, short, description }) => ({
      title: name.includes(short) ? name : `${name} (${short})`,
      description,
      kicker: "Certificate",
    }),
    rules: certificateRules,
  }),
};
