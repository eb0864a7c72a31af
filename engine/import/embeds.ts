const places: Record<string, (id: string) => string> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  tweet: (id) => `https://x.com/i/status/${id}`,
  twitter: (id) => `https://x.com/i/status/${id}`,
  x: (id) => `https://x.com/i/status/${id}`,
  github: (id) => `https://github.com/${id}`,
  codesandbox: (id) => `https://codesandbox.io/s/${id}`,
  user: (id) => `https://dev.to/${id}`,
};

/** The page of an embed, {% youtube dQw4 %} or {% embed https://… %}; undefined if it cannot be known. */
export const toEmbedPage = (name: string, id: string): string | undefined =>
  /^https?:\/\/\S+$/.test(id)
    ? id
    : Object.hasOwn(places, name) && /^[\w/.-]+$/.test(id)
      ? places[name]?.(id)
      : undefined;

/** The players of videos, and the pages of what they play. */
const players: readonly [player: RegExp, page: string][] = [
  [
    /^(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/videoseries\b.*[?&]list=([\w-]+)/,
    "https://www.youtube.com/playlist?list=$1",
  ],
  [
    /^(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]+)(?:.*[?&]start=([1-9]\d*))/,
    "https://www.youtube.com/watch?v=$1&t=$2s",
  ],
  [
    /^(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]+)/,
    "https://www.youtube.com/watch?v=$1",
  ],
  [/^player\.vimeo\.com\/video\/(\d+)\?h=(\w+)/, "https://vimeo.com/$1/$2"],
  [/^player\.vimeo\.com\/video\/(\d+)/, "https://vimeo.com/$1"],
  [
    /^(?:www\.)?dailymotion\.com\/embed\/video\/(\w+)/,
    "https://www.dailymotion.com/video/$1",
  ],
  [
    /^(?:video\.wordpress|videopress)\.com\/embed\/(\w+)/,
    "https://videopress.com/v/$1",
  ],
  // PeerTube
  [/^([\w.-]+)\/videos\/embed\/([\w-]+)/, "https://$1/w/$2"],
];

/** The page of a video from the address of its player. */
export function toVideoPage(frame: string): string | undefined {
  const address = frame.replace(/^(?:https?:)?\/\//, "");
  for (const [player, page] of players) {
    const [written] = player.exec(address) ?? [];
    if (written !== undefined && address !== frame)
      return written.replace(player, page);
  }
  return undefined;
}

export const isVideoPage = (address: string): boolean =>
  /^https?:\/\/(?:www\.|m\.)?(?:youtube\.com\/|youtu\.be\/|vimeo\.com\/\d)/i.test(
    address,
  );

/** The directive that plays a video of YouTube on the page, if its title is known. */
export const toVideoDirective = (
  page: string,
  title: string | undefined,
): string | undefined => {
  const id = /^https:\/\/www\.youtube\.com\/watch\?v=([\w-]{11})$/.exec(
    page,
  )?.[1];
  const words = title?.replace(/\s+/g, " ").replaceAll('"', "'").trim();
  return id && words && !/^YouTube(?: video player)?$/i.test(words)
    ? `::youtube{#${id} title="${words}"}`
    : undefined;
};
