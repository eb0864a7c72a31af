import type { Newsletter } from "#site-settings.ts";

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
        action: `https://buttondown.com/api/emails/embed-subscribe/${readId(newsletter, "username", "larder")}`,
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
      const { href, host, pathname, searchParams } = readAction(
        newsletter.action,
      );
      const [u, id] = [searchParams.get("u"), searchParams.get("id")];
      const isForm =
        host.endsWith(".list-manage.com") && pathname.endsWith("/post");
      if (!isForm || !u || !id)
        refuse(
          `action is "${newsletter.action}", which has no list of Mailchimp in it.`,
          "Write the action of its embedded form, like https://example.us1.list-manage.com/subscribe/post?u=1a2b&id=3c4d.",
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
      const { field, redirect } = newsletter;
      const hidden = {
        ...newsletter.hidden,
        ...(redirect && { [redirect]: thanks }),
      };
      // Of an empty one nothing would ever be sent.
      const trap = newsletter.honeypot || honeypot;
      if (!field)
        refuse(
          "field is empty.",
          'Write what the provider calls the field of the address, like field: "email".',
        );
      const names = [field, trap, ...Object.keys(hidden)];
      const twice = names.find((name, index) => names.indexOf(name) < index);
      if (twice)
        refuse(
          `form has two fields called "${twice}".`,
          "Write each name once, as the provider's form has it.",
        );
      return {
        action: href,
        field,
        hidden,
        honeypot: trap,
        receiver: host,
      };
    }
    default: {
      const { provider } = newsletter as { provider?: unknown };
      return refuse(
        `provider is ${provider ? `"${provider}"` : "empty"}.`,
        'Write buttondown, kit, mailchimp, mailerlite or other, like { provider: "buttondown", username: "larder" }.',
      );
    }
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
  if (action?.includes("&amp;"))
    refuse(
      `action is "${action}", as it stands in HTML.`,
      `Write & for each &amp;: ${action.replaceAll("&amp;", "&")}`,
    );
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
