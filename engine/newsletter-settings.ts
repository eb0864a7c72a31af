import { z } from "zod";

/** Refuses a value with what to write instead. */
const refuse = (context: z.RefinementCtx, message: string, write: string) =>
  context.addIssue({ code: "custom", message, params: { write } });

/** One part of an address: letters, digits, - and _. */
const id = (field: string, example: string) =>
  z.string().superRefine((text, context) => {
    if (!/^[\w-]+$/.test(text))
      refuse(
        context,
        text ? `"${text}" is not part of an address.` : "It is empty.",
        `Write the part that is in the address of the provider's form, like ${field}: "${example}".`,
      );
  });

const isLocal = ({ protocol, hostname }: URL) =>
  protocol === "http:" &&
  ["localhost", "127.0.0.1", "[::1]"].includes(hostname);

/** Where a form is sent: with https, so that nobody else can read the reader's address. */
const action = () =>
  z.string().superRefine((text, context) => {
    const url = URL.parse(text);
    if (text.includes("&amp;"))
      refuse(
        context,
        `"${text}" is written as in HTML.`,
        `Write & for each &amp;: ${text.replaceAll("&amp;", "&")}`,
      );
    else if (!url || !(url.protocol === "https:" || isLocal(url)))
      refuse(
        context,
        text ? `"${text}" is not an address with https.` : "It is empty.",
        "Write the full address that the provider's form is sent to, with https://.",
      );
  });

const mailchimpAction = action().superRefine((text, context) => {
  const url = URL.parse(text);
  if (
    url &&
    !(
      url.host.endsWith(".list-manage.com") &&
      url.pathname.endsWith("/post") &&
      url.searchParams.get("u") &&
      url.searchParams.get("id")
    )
  )
    refuse(
      context,
      `"${text}" has no Mailchimp list in it.`,
      "Write the action of its embedded form, like https://example.us1.list-manage.com/subscribe/post?u=1a2b&id=3c4d.",
    );
});

/** The form of a newsletter's provider. The engine's docs/newsletter.md says where to find each of these. */
export const newsletter = z
  .discriminatedUnion("provider", [
    z.strictObject({
      provider: z.literal("buttondown"),
      username: id("username", "your-name"),
    }),
    z.strictObject({ provider: z.literal("kit"), form: id("form", "1234567") }),
    z.strictObject({
      provider: z.literal("mailchimp"),
      action: mailchimpAction,
    }),
    z.strictObject({
      provider: z.literal("mailerlite"),
      account: id("account", "123456"),
      form: id("form", "123456789012345678"),
    }),
    z.strictObject({
      provider: z.literal("other"),
      /** Where the form is sent, by POST. */
      action: action(),
      /** The name of the email field there. */
      field: z.string().min(1, "It is empty."),
      /** Sent with it. */
      hidden: z.record(z.string(), z.string()).optional(),
      /** The field that takes the address of our thank-you page. */
      redirect: z.string().optional(),
      /** The field that a person leaves empty. */
      honeypot: z.string().optional(),
    }),
  ])
  .superRefine((settings, context) => {
    if (settings.provider !== "other") return;
    const { field, hidden = {}, redirect, honeypot } = settings;
    const names = [field, honeypot, redirect, ...Object.keys(hidden)];
    const twice = names.find(
      (name, index) => name && names.indexOf(name) < index,
    );
    if (twice)
      refuse(
        context,
        `The form has two fields called "${twice}".`,
        "Write each name once, as the provider's form has it.",
      );
  })
  .meta({
    is: "a newsletter provider: buttondown, kit, mailchimp, mailerlite or other",
    write:
      'Write what its form needs, like { provider: "buttondown", username: "your-name" }. The engine\'s docs/newsletter.md lists every provider.',
  });
export type Newsletter = z.infer<typeof newsletter>;
