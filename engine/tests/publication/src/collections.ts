import {
  aliases,
  atField,
  day,
  distinct,
  field,
  fileOf,
  ownCollection,
  text,
  webAddress,
  z,
} from "gatepost/own-content.ts";

/** A kind of content of this publication's own: what is in the kitchen. */
const tools = ownCollection({
  noun: "tool",
  title: "Tools",
  schema: z.strictObject({
    name: field(text(40), {
      is: "the name of the tool",
      write: "Write its name.",
      example: "Frying pan",
    }),
    summary: field(text(200), {
      is: "one sentence about it",
      write: "Write what it is for.",
      example: "A heavy pan for searing.",
    }),
    bought: field(day(), {
      is: "the day it was bought",
      write: "Write it like 2026-02-28.",
      example: "2026-02-28",
    }),
    price: field(
      z.strictObject({
        amount: z.number().nonnegative(),
        currency: z.enum(["EUR", "GBP"]),
        shop: z.string(),
      }),
      {
        is: "a price: amount, currency and shop",
        write: "Write amount:, currency: (EUR or GBP) and shop: under price:.",
        example: { amount: 40, currency: "EUR", shop: "smithy" },
      },
    ).optional(),
    size: field(
      z.union([
        z.strictObject({ litres: z.number() }),
        z.strictObject({ centimetres: z.number() }),
      ]),
      {
        is: "a size: litres or centimetres",
        write: "Write litres: or centimetres: under size:.",
        example: { centimetres: 26 },
      },
    ).optional(),
    shops: field(
      z.record(
        z
          .string()
          .regex(/^[a-z]+$/, "It is not a short name in lower-case letters."),
        z.strictObject({
          url: field(webAddress(), {
            is: "a web address",
            write: "Write the full address, with https://.",
            example: "https://smithy.example/",
          }),
          near: z.boolean().default(false),
        }),
      ),
      {
        is: "shops by short names, each with its url",
        write: "Write each shop under a short name, with its url.",
        example: { smithy: { url: "https://smithy.example/" } },
      },
    ).default({}),
    replacedBy: field(fileOf("tools"), {
      is: "the name of the tool that replaces it",
      write: "Write the name of its file.",
      example: "casserole",
    }).optional(),
    aliases: aliases(),
    usedWith: field(distinct(fileOf("tools")), {
      is: "a list of tools",
      write: "Write the names of their files, one a line.",
      example: ["casserole"],
    }).default([]),
  }),
  address: (id) => `/tools/${id}/`,
  about: ({ name, summary }) => ({
    title: name,
    description: summary,
    kicker: "Tool",
  }),
  anchors: ["price"],
  rules: [
    {
      errors: { "tool/unknown-shop": "The shop of a price is in shops." },
      warnings: { "tool/far-shop": "A tool comes from a shop nearby." },
      check: (files) =>
        files.flatMap((file) => {
          const { price, shops = {} } = file.fields ?? {};
          if (!price) return [];
          if (!(price.shop in shops))
            return atField(file, ["price", "shop"], {
              problem: `There is no shop "${price.shop}" in shops.`,
              remedy: "Add it there.",
              rule: "tool/unknown-shop",
            });
          return shops[price.shop]?.near
            ? []
            : atField(file, ["price", "shop"], {
                problem: `"${price.shop}" is far away.`,
                remedy: "Buy it nearby, and write near: true there.",
                rule: "tool/far-shop",
              });
        }),
    },
  ],
});

export const collections = { tools };
