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

/** The page of a video from the address of its player. */
export function toVideoPage(frame: string): string | undefined {
  const video =
    /^(?:https?:)?\/\/(?:www\.)?(?:youtube(?:-nocookie)?\.com\/embed\/|player\.(vimeo)\.com\/video\/)([\w-]+)/.exec(
      frame,
    );
  return video
    ? toEmbedPage(video[1] ?? "youtube", video[2] as string)
    : undefined;
}
