import type { Newsletter } from "#newsletter-settings.ts";

export type NewsletterForm = {
  action: string;
  field: string;
  hidden: Record<string, string>;
  /** The name of a field that people leave empty and programs fill in. */
  honeypot: string;
  /** The provider's name, as readers know it. */
  receiver: string;
};

/**
 * The form of the provider that `newsletter` in src/site.ts names.
 * @param thanks the absolute URL of the page after sign-up
 */
export function toNewsletterForm(
  newsletter: Newsletter,
  thanks: string,
): NewsletterForm {
  // No known provider has a field of this name.
  const form = { hidden: {}, honeypot: "leave_this_empty" };
  switch (newsletter.provider) {
    case "buttondown":
      return {
        ...form,
        action: `https://buttondown.com/api/emails/embed-subscribe/${newsletter.username}`,
        field: "email",
        hidden: { embed: "1" },
        receiver: "Buttondown",
      };
    case "kit":
      return {
        ...form,
        action: `https://app.kit.com/forms/${newsletter.form}/subscriptions`,
        field: "email_address",
        receiver: "Kit",
      };
    case "mailchimp": {
      const { href, searchParams } = new URL(newsletter.action);
      return {
        ...form,
        action: href,
        field: "EMAIL",
        honeypot: `b_${searchParams.get("u")}_${searchParams.get("id")}`,
        receiver: "Mailchimp",
      };
    }
    case "mailerlite":
      return {
        ...form,
        action: `https://assets.mailerlite.com/jsonp/${newsletter.account}/forms/${newsletter.form}/subscribe`,
        field: "fields[email]",
        hidden: { "ml-submit": "1", anticsrf: "true" },
        receiver: "MailerLite",
      };
    case "other": {
      const { href, host } = new URL(newsletter.action);
      const { field, hidden, redirect, honeypot } = newsletter;
      return {
        action: href,
        field,
        hidden: { ...hidden, ...(redirect && { [redirect]: thanks }) },
        // A field without a name is never sent.
        honeypot: honeypot || form.honeypot,
        receiver: host,
      };
    }
  }
}
