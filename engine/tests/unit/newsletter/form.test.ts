import { describe, expect, test } from "vitest";
import { toNewsletterForm } from "#newsletter/form.ts";
import type { Newsletter } from "#site-settings.ts";

const thanks = "https://saucepan.example/subscribed/";
const toForm = (newsletter: unknown) =>
  toNewsletterForm(newsletter as Newsletter, thanks);

describe("the form is the one that its provider takes", () => {
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
  ])("$provider", (newsletter, form) => {
    expect(toForm(newsletter)).toEqual(form);
  });

  test("an empty honeypot is one all the same: a field without a name is never sent", () => {
    expect(
      toForm({
        provider: "other",
        action: "https://example.org/",
        field: "email",
        honeypot: "",
      }).honeypot,
    ).toBe("leave_this_empty");
  });

  test("a list server on the same machine may do without https", () => {
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

describe("what cannot be sent anywhere is refused, with what to write", () => {
  test.each<[string, unknown, RegExp]>([
    [
      "an empty name",
      { provider: "buttondown", username: "" },
      /username is empty\.\n {2}Write .+ like username: "larder"\./,
    ],
    [
      "a whole address for a part of one",
      { provider: "kit", form: "https://app.kit.com/forms/1/" },
      /form is "https:\/\/app\.kit\.com\/forms\/1\/"\.\n {2}Write .+ like form: "1234567"\./,
    ],
    [
      "no account",
      { provider: "mailerlite", form: "1" },
      /account is empty\.\n {2}Write/,
    ],
    [
      "an address that anybody can listen in on",
      { provider: "other", action: "http://example.org/", field: "email" },
      /action is "http:\/\/example\.org\/"\.\n {2}Write .+ https:\/\//,
    ],
    [
      "no address",
      { provider: "other", action: "", field: "email" },
      /action is empty\.\n {2}Write/,
    ],
    [
      "no field",
      { provider: "other", action: "https://example.org/", field: "" },
      /field is empty\.\n {2}Write .+ field: "email"\./,
    ],
    [
      "a Mailchimp address as it stands in HTML",
      {
        provider: "mailchimp",
        action:
          "https://example.us1.list-manage.com/subscribe/post?u=1&amp;id=2",
      },
      /as it stands in HTML\.\n {2}Write & for each &amp;: https:.+\/post\?u=1&id=2$/,
    ],
    [
      "an address of Mailchimp elsewhere",
      { provider: "mailchimp", action: "https://example.org/?u=1&id=2" },
      /no list of Mailchimp in it/,
    ],
    [
      "Mailchimp's page for people instead of the form's address",
      {
        provider: "mailchimp",
        action: "https://example.us1.list-manage.com/subscribe?u=1&id=2",
      },
      /no list of Mailchimp in it/,
    ],
    [
      "any address as it stands in HTML",
      {
        provider: "other",
        action: "https://example.org/?list=1&amp;from=site",
        field: "email",
      },
      /action is ".+&amp;from=site", as it stands in HTML\.\n {2}Write & for each &amp;: https:.+1&from=site$/,
    ],
    [
      "two fields of one name, of which the provider takes either",
      {
        provider: "other",
        action: "https://example.org/",
        field: "email",
        honeypot: "email",
      },
      /form has two fields called "email"\.\n {2}Write each name once/,
    ],
    [
      "a hidden field in the place of the reader's",
      {
        provider: "other",
        action: "https://example.org/",
        field: "email",
        hidden: { email: "" },
      },
      /form has two fields called "email"/,
    ],
    [
      "a name alone",
      "buttondown",
      /provider is empty\.\n {2}Write .+ like \{ provider: "buttondown", username: "larder" \}/,
    ],
    [
      "a provider we do not know",
      { provider: "pigeon" },
      /provider is "pigeon"\.\n {2}Write buttondown, kit, mailchimp, mailerlite or other, like/,
    ],
  ])("%s", (_, newsletter, message) => {
    expect(() => toForm(newsletter)).toThrow(message);
    expect(() => toForm(newsletter)).toThrow(/^src\/site\.ts {2}newsletter\n/);
  });
});
