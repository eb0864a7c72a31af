/** Where what other systems embed can be seen on the web, by the name they embed it with. */
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

/** The address of an embed: {% youtube dQw4 %}, {% embed https://… %}; undefined when it says none. */
export const toAddress = (name: string, id: string): string | undefined =>
  /^https?:\/\/\S+$/.test(id)
    ? id
    : Object.hasOwn(places, name) && /^[\w/.-]+$/.test(id)
      ? places[name]?.(id)
      : undefined;

/** The page of a film whose player a frame loads. */
export function toEmbedAddress(frame: string): string | undefined {
  const film =
    /^(?:https?:)?\/\/(?:www\.)?(?:youtube(?:-nocookie)?\.com\/embed\/|player\.(vimeo)\.com\/video\/)([\w-]+)/.exec(
      frame,
    );
  return film ? toAddress(film[1] ?? "youtube", film[2] as string) : undefined;
}
