import { addresses, toAbsoluteUrl } from "#urls.ts";

/** As many addresses as IndexNow takes in one call. */
export const mostAtOnce = 10_000;

/** Tells IndexNow of pages of this site that are new, changed or gone; returns why it would not take them. */
export function postPages(
  endpoint: string,
  key: string,
  urls: readonly string[],
): Promise<string | undefined> {
  const keyLocation = toAbsoluteUrl(addresses.indexNowKey(key));
  return post(
    endpoint,
    "application/json; charset=utf-8",
    JSON.stringify({
      host: new URL(keyLocation).host,
      key,
      keyLocation,
      urlList: urls,
    }),
    {
      403: `It did not find the key at ${keyLocation}.\nNext: put dist/ there, which holds that file, and then npm run announce again.`,
      422: `It says that these pages are not under ${toAbsoluteUrl(addresses.home)}, or that the key is not theirs.\nNext: look at address, base and indexNowKey in src/site.ts, build, deploy, and npm run announce again.`,
    },
  );
}

/** Tells a WebSub hub that a feed has changed; returns why it would not hear of it. */
export const postFeed = (
  hub: string,
  feed: string,
): Promise<string | undefined> =>
  post(
    hub,
    "application/x-www-form-urlencoded",
    new URLSearchParams({
      "hub.mode": "publish",
      "hub.url": feed,
    }).toString(),
    {},
  );

/** As long as a server may take to answer, in milliseconds. */
const patience = 30_000;

async function post(
  url: string,
  type: string,
  body: string,
  known: Record<number, string>,
): Promise<string | undefined> {
  const { host } = new URL(url);
  const again = "Next: npm run announce, a while later.";
  let answer: Response;
  try {
    answer = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": type },
      body,
      // Followed, a POST would become a GET that tells nothing.
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
    await answer.body?.cancel();
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    return name === "TimeoutError"
      ? `${host} gave no answer within ${patience / 1000} seconds.\n${again}`
      : `${host} cannot be reached${cause?.code ? ` (${cause.code})` : ""}.\n${again}`;
  }
  const { status, ok, headers } = answer;
  if (ok) return undefined;
  const wait = headers.get("Retry-After");
  const location = headers.get("Location");
  return `${host} answered ${status}. ${
    known[status] ??
    (status === 429
      ? `It has heard too much from here of late${wait ? ` and asks to wait: ${wait}${/^\d+$/.test(wait) ? " seconds" : ""}` : ""}.\n${again}`
      : location
        ? `It is at ${location} now.\nNext: write that address instead.`
        : status >= 500
          ? `That is its own trouble.\n${again}`
          : `It did not take what was sent.\nNext: look whether ${url} is the right address.`)
  }`;
}
