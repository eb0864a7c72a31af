import type { Newsletter } from "../site.ts";

/** A form that signs somebody up, as its provider takes it. */
export type NewsletterForm = {
  action: string;
  /** What the field of the address is called. */
  field: string;
  hidden: Record<string, string>;
  /** A field that a person leaves empty and a program fills in. */
  honeypot: string;
  /** Who receives the address, by the name readers know. */
  receiver: string;
};

/**
 * The form of the provider that `newsletter` in src/site.ts names.
 * @param thanks the address, for the world, of the page that whoever signed up comes to
 * @throws what to write in src/site.ts, when it cannot be sent anywhere
 */
export function toNewsletterForm(
  newsletter: Newsletter,
  thanks: string,
): NewsletterForm {
  switch (newsletter.provider) {
    case "buttondown":
      return {
        action: `https://buttondown.com/api/emails/embed-subscribe/${readId(newsletter, "username", "gatepost")}`,
        field: "email",
        hidden: { embed: "1" },
        honeypot,
        receiver: "Buttondown",
      };
    case "kit":
      return {
        action: `https://app.kit.com/forms/${readId(newsletter, "form", "1234567")}/subscriptions`,
        field: "email_address",
        hidden: {},
        honeypot,
        receiver: "Kit",
      };
    case "mailchimp": {
      const { href, hostname, searchParams } = readAction(newsletter.action);
      const [u, id] = [searchParams.get("u"), searchParams.get("id")];
      if (!hostname.endsWith(".list-manage.com") || !u || !id)
        refuse(
          `action is "${newsletter.action}", which has no list of Mailchimp in it.`,
          "Write the action of its embedded form, like https://example.us1.list-manage.com/subscribe/post?u=1a2b&id=3c4d, with & where the form has &amp;.",
        );
      return {
        action: href,
        field: "EMAIL",
        hidden: {},
        honeypot: `b_${u}_${id}`,
        receiver: "Mailchimp",
      };
    }
    case "mailerlite":
      return {
        action: `https://assets.mailerlite.com/jsonp/${readId(newsletter, "account", "123456")}/forms/${readId(newsletter, "form", "123456789012345678")}/subscribe`,
        field: "fields[email]",
        hidden: { "ml-submit": "1", anticsrf: "true" },
        honeypot,
        receiver: "MailerLite",
      };
    case "other": {
      const { href, host } = readAction(newsletter.action);
      const { hidden = {}, redirect } = newsletter;
      if (!newsletter.field)
        refuse(
          "field is empty.",
          'Write what the provider calls the field of the address, like field: "email".',
        );
      return {
        action: href,
        field: newsletter.field,
        hidden: { ...hidden, ...(redirect && { [redirect]: thanks }) },
        honeypot: newsletter.honeypot ?? honeypot,
        receiver: host,
      };
    }
    default:
      return refuse(
        `provider is "${(newsletter as { provider?: unknown }).provider}".`,
        "Write buttondown, kit, mailchimp, mailerlite or other.",
      );
  }
}

/** No provider that we know of takes a field of this name for anything. */
const honeypot = "leave_this_empty";

/** One part of an address: letters, digits, - and _. */
function readId<Field extends string>(
  settings: Record<Field, string>,
  field: Field,
  example: string,
): string {
  const id = settings[field];
  return /^[\w-]+$/.test(id ?? "")
    ? id
    : refuse(
        `${field} is ${id ? `"${id}"` : "empty"}.`,
        `Write the part that stands in the address of the provider's form, like ${field}: "${example}".`,
      );
}

function readAction(action: string): URL {
  const url = URL.canParse(action ?? "") ? new URL(action) : undefined;
  const isLocal =
    url?.protocol === "http:" &&
    ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  return url && (url.protocol === "https:" || isLocal)
    ? url
    : refuse(
        action ? `action is "${action}".` : "action is empty.",
        "Write the whole address that the provider's form is sent to, with https://: what readers type is for nobody else to read.",
      );
}

function refuse(problem: string, remedy: string): never {
  const error = new Error(
    `src/site.ts  newsletter\n  The newsletter's ${problem}\n  ${remedy}`,
  );
  // A slip of whoever owns the site, not a fault of ours: no trace.
  error.stack = "";
  throw error;
}
