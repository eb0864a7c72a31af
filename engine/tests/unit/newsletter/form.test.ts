import { describe, expect, test } from "vitest";
import { toNewsletterForm } from "#newsletter/form.ts";
import { newsletter, type Newsletter } from "#newsletter-settings.ts";

const thanks = "https://saucepan.example/subscribed/";
const toForm = (settings: unknown) =>
  toNewsletterForm(newsletter.parse(settings), thanks);

describe("each provider gets the form that it accepts", () => {
  test.each<[Newsletter, ReturnType<typeof toForm>]>([
    [
      { provider: "buttondown", username: "saucepan" },
      {
        action: "https://buttondown.com/api/emails/embed-subscribe/saucepan",
        field: "email",
        hidden: { embed: "1" },
        honeypot: "leave_this_empty",
        receiver: "Buttondown",
      },
    ],
    [
      { provider: "kit", form: "1234567" },
      {
        action: "https://app.kit.com/forms/1234567/subscriptions",
        field: "email_address",
        hidden: {},
        honeypot: "leave_this_empty",
        receiver: "Kit",
      },
    ],
    [
      {
        provider: "mailchimp",
        action:
          "https://example.us1.list-manage.com/subscribe/post?u=1a2b&id=3c4d&f_id=5e",
      },
      {
        action:
          "https://example.us1.list-manage.com/subscribe/post?u=1a2b&id=3c4d&f_id=5e",
        field: "EMAIL",
        hidden: {},
        honeypot: "b_1a2b_3c4d",
        receiver: "Mailchimp",
      },
    ],
    [
      { provider: "mailerlite", account: "12", form: "345" },
      {
        action: "https://assets.mailerlite.com/jsonp/12/forms/345/subscribe",
        field: "fields[email]",
        hidden: { "ml-submit": "1", anticsrf: "true" },
        honeypot: "leave_this_empty",
        receiver: "MailerLite",
      },
    ],
    [
      {
        provider: "other",
        action: "https://lists.example.org/join",
        field: "address",
        hidden: { list: "weekly" },
        redirect: "next",
        honeypot: "website",
      },
      {
        action: "https://lists.example.org/join",
        field: "address",
        hidden: { list: "weekly", next: thanks },
        honeypot: "website",
        receiver: "lists.example.org",
      },
    ],
  ])("$provider", (settings, form) => {
    expect(toForm(settings)).toEqual(form);
  });

  test("an address copied from HTML has & in place of &amp;", () => {
    const action = "https://a.us1.list-manage.com/subscribe/post?u=1&amp;id=2";
    expect(toForm({ provider: "mailchimp", action })).toMatchObject({
      action: action.replace("&amp;", "&"),
      honeypot: "b_1_2",
    });
  });

  test("an empty honeypot counts as none, since a field without a name is never sent", () => {
    expect(
      toForm({
        provider: "other",
        action: "https://example.org/",
        field: "email",
        honeypot: "",
      }).honeypot,
    ).toBe("leave_this_empty");
  });

  test("a list server on localhost needs no https", () => {
    for (const host of ["127.0.0.1:8080", "localhost:1", "[::1]:80"])
      expect(
        toForm({
          provider: "other",
          action: `http://${host}/join`,
          field: "email",
        }).action,
      ).toBe(new URL(`http://${host}/join`).href);
  });
});
