import type { Newsletter } from "#newsletter-settings.ts";

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

/** No provider that we know of takes a field of this name for anything. */
const honeypot = "leave_this_empty";

/**
 * The form of the provider that `newsletter` in src/site.ts names.
 * @param thanks the address, for the world, of the page that whoever signed up comes to
 */
export function toNewsletterForm(
  newsletter: Newsletter,
  thanks: string,
): NewsletterForm {
  switch (newsletter.provider) {
    case "buttondown":
      return {
        action: `https://buttondown.com/api/emails/embed-subscribe/${newsletter.username}`,
        field: "email",
        hidden: { embed: "1" },
        honeypot,
        receiver: "Buttondown",
      };
    case "kit":
      return {
        action: `https://app.kit.com/forms/${newsletter.form}/subscriptions`,
        field: "email_address",
        hidden: {},
        honeypot,
        receiver: "Kit",
      };
    case "mailchimp": {
      const { href, searchParams } = new URL(newsletter.action);
      return {
        action: href,
        field: "EMAIL",
        hidden: {},
        honeypot: `b_${searchParams.get("u")}_${searchParams.get("id")}`,
        receiver: "Mailchimp",
      };
    }
    case "mailerlite":
      return {
        action: `https://assets.mailerlite.com/jsonp/${newsletter.account}/forms/${newsletter.form}/subscribe`,
        field: "fields[email]",
        hidden: { "ml-submit": "1", anticsrf: "true" },
        honeypot,
        receiver: "MailerLite",
      };
    case "other": {
      const { href, host } = new URL(newsletter.action);
      const { field, redirect } = newsletter;
      return {
        action: href,
        field,
        hidden: {
          ...newsletter.hidden,
          ...(redirect && { [redirect]: thanks }),
        },
        // A field without a name is never sent.
        honeypot: newsletter.honeypot || honeypot,
        receiver: host,
      };
    }
  }
}
