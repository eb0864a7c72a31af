import { addresses, toAbsoluteUrl } from "#urls.ts";

/** The maximum number of URLs in one IndexNow request. */
export const urlsPerCall = 10_000;

/** Tells IndexNow of pages that are new, changed or gone; returns the problem, if any. */
export function postPages(
  endpoint: string,
  key: string,
  urlList: readonly string[],
): Promise<string | undefined> {
  const keyLocation = toAbsoluteUrl(addresses.indexNowKey(key));
  const { host } = new URL(keyLocation);
  return post(
    "IndexNow",
    endpoint,
    "application/json; charset=utf-8",
    JSON.stringify({ host, key, keyLocation, urlList }),
    {
      403: `It did not find the key at ${keyLocation}.\nNext: deploy dist/, which holds that file, then npm run announce again.`,
      422: `The pages are not under ${toAbsoluteUrl(addresses.home)}, or the key is not theirs.\nNext: check address, base and indexNowKey in src/site.ts, build, deploy, and npm run announce again.`,
    },
  );
}

/** Tells a WebSub hub that a feed has changed; returns the problem, if any. */
export const postFeed = (
  hub: string,
  feed: string,
): Promise<string | undefined> =>
  post(
    "WebSub",
    hub,
    "application/x-www-form-urlencoded",
    new URLSearchParams({ "hub.mode": "publish", "hub.url": feed }).toString(),
  );

/** How long a server may take to answer, in milliseconds. */
const timeout = 30_000;

async function post(
  service: string,
  url: string,
  type: string,
  body: string,
  known: Record<number, string> = {},
): Promise<string | undefined> {
  const who = `${service}: ${new URL(url).host}`;
  const later = "Next: npm run announce, a while later.";
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": type },
      body,
      // A followed redirect would turn the POST into a GET.
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    });
    await answer.body?.cancel();
    const { status, ok, headers } = answer;
    if (ok) return undefined;
    const location = headers.get("Location");
    const wait = headers.get("Retry-After");
    return `${who} answered ${status}${location ? ` and points to ${location}` : ""}${wait ? ` and asks to wait: ${wait}` : ""}. ${
      known[status] ??
      (status === 429 || status >= 500
        ? later
        : `Check that ${url} is the right address.`)
    }`;
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    return name === "TimeoutError"
      ? `${who} gave no answer within ${timeout / 1000} seconds.\n${later}`
      : `${who} cannot be reached${cause?.code ? ` (${cause.code})` : ""}.\n${later}`;
  }
}
