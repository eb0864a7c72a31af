import type { Article } from "#model/article.ts";
import { keepText } from "#model/kept-texts.ts";
import { toCoverPicture } from "#feeds/cover-picture.ts";
import { renderHtml } from "#feeds/render-html.ts";
import { toXmlText } from "#feeds/xml.ts";
import { renderBody } from "#markdown/render-body.ts";

const texts = new WeakMap<Article, ReturnType<typeof renderAnew>>();

/** An article's text and cover as standalone HTML, rendered once: kept on the disk, or in memory if it has pictures. */
export async function getText(article: Article) {
  const { format, digest, pictures } = article.body;
  if (format === "md" && pictures.length === 0 && !article.cover)
    return keepText(`${article.slug}-${digest}`, () => renderAnew(article));
  const text = texts.get(article) ?? renderAnew(article);
  texts.set(article, text);
  return text;
}

export const getBodyHtml = async (page: Pick<Article, "address" | "body">) =>
  toXmlText(
    await renderHtml(page, await renderBody(page.body)),
    page.body.file,
  );

async function renderAnew(article: Article) {
  const cover = await toCoverPicture(article);
  const { file } = article.body;
  return {
    html: await getBodyHtml(article),
    cover: { ...cover, html: toXmlText(cover.html, file) },
  };
}
