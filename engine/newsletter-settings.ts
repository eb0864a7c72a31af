import { z } from "zod";
import { form, setting } from "./setting.ts";

/** One part of an address in the provider's form. */
const id = (field: string, example: string) =>
  form(
    /^[\w-]+$/,
    "part of an address",
    `Write the part that is in the address of the provider's form, like ${field}: "${example}".`,
  );

/** The address of a form: with https, or on this machine. An address copied from HTML has &amp; for &. */
const action = () =>
  z
    .string()
    .overwrite((text) => text.replaceAll("&amp;", "&"))
    .refine((text) => {
      const { protocol, hostname } = URL.parse(text) ?? {};
      const isLocal = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(
        hostname ?? "",
      );
      return protocol === "https:" || (protocol === "http:" && isLocal);
    });

/** The form of a newsletter's provider: docs/newsletter.md says where to find each part. */
export const newsletter = setting(
  z.discriminatedUnion("provider", [
    z.strictObject({
      provider: z.literal("buttondown"),
      username: id("username", "your-name"),
    }),
    z.strictObject({ provider: z.literal("kit"), form: id("form", "1234567") }),
    z.strictObject({
      provider: z.literal("mailchimp"),
      action: action().refine((text) => {
        const {
          host = "",
          pathname = "",
          searchParams,
        } = URL.parse(text) ?? {};
        return (
          /\.list-manage\.com$/.test(host) &&
          pathname.endsWith("/post") &&
          searchParams?.get("u") &&
          searchParams.get("id")
        );
      }, "It is not the address of a Mailchimp list, like https://example.us1.list-manage.com/subscribe/post?u=1a2b&id=3c4d."),
    }),
    z.strictObject({
      provider: z.literal("mailerlite"),
      account: id("account", "123456"),
      form: id("form", "123456789012345678"),
    }),
    z
      .strictObject({
        provider: z.literal("other"),
        /** The address to which the form is sent, by POST. */
        action: setting(
          action(),
          "an address with https",
          "Write the full address that the provider's form is sent to, with https://.",
        ),
        /** The name of its email field. */
        field: setting(
          z.string().min(1, "It is empty."),
          "the name of a field",
          'Write each name once, as in the provider\'s form, like field: "email".',
        ),
        /** Values sent with it. */
        hidden: z.record(z.string(), z.string()).optional(),
        /** The name of the field for the address of our thank-you page. */
        redirect: z.string().optional(),
        /** The name of a field that people leave empty. */
        honeypot: z.string().optional(),
      })
      .refine(
        ({ field, hidden, redirect, honeypot }) => {
          const names = [field, redirect, honeypot].filter(Boolean);
          names.push(...Object.keys(hidden ?? {}));
          return new Set(names).size === names.length;
        },
        { path: ["field"], error: "Two fields of the form have one name." },
      ),
  ]),
  "a newsletter provider: buttondown, kit, mailchimp, mailerlite or other",
  'Write what its form needs, like { provider: "buttondown", username: "your-name" }. The engine\'s docs/newsletter.md lists every provider.',
);
export type Newsletter = z.infer<typeof newsletter>;
