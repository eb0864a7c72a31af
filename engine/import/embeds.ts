/** The public pages of embedded media, by the name of the embed. */
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

/** The page of a video from the address of its player, and its start, if that is not the beginning. */
export function toVideoPage(frame: string): string | undefined {
  const [, service, id = ""] =
    /^(?:https?:)?\/\/(?:www\.)?(?:youtube(?:-nocookie)?\.com\/(?:embed|v)\/|player\.(vimeo)\.com\/video\/)([\w-]+)/.exec(
      frame,
    ) ?? [];
  const list = /[?&]list=([\w-]+)/.exec(frame)?.[1];
  if (id === "videoseries" && list)
    return `https://www.youtube.com/playlist?list=${list}`;
  const start = /[?&]start=(\d+)/.exec(frame)?.[1];
  const page = id && toEmbedPage(service ?? "youtube", id);
  return page && !service && Number(start) > 0
    ? `${page}&t=${start}s`
    : page || undefined;
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
