import type { Article } from "#model/article.ts";
import { keepText } from "#model/kept-texts.ts";
import { toCoverPicture } from "#feeds/cover-picture.ts";
import { renderHtml } from "#feeds/render-html.ts";
import { toXmlText } from "#feeds/xml.ts";
import { toBytes } from "#markdown/bytes.ts";
import { renderBody } from "#markdown/render-body.ts";

const texts = new WeakMap<Article, ReturnType<typeof renderText>>();

/**
 * An article's text and cover as standalone HTML, rendered once for all files that contain them. In dev a change creates
 * a new article object, so the cache stays valid.
 */
export async function getText(article: Article) {
  const text = texts.get(article) ?? renderText(article);
  texts.set(article, text);
  const { html, cover } = await text;
  return { html: html.toString(), cover };
}

const renderText = async (article: Article) => {
  const { format, digest, pictures } = article.body;
  const isPlain = format === "md" && pictures.length === 0 && !article.cover;
  const { html, cover } = isPlain
    ? await keepText(`${article.slug}-${digest}`, () => renderAnew(article))
    : await renderAnew(article);
  return { html: toBytes(html), cover };
};

async function renderAnew(article: Article) {
  const html = await renderHtml(article, await renderBody(article.body));
  const cover = await toCoverPicture(article);
  const { file } = article.body;
  return {
    html: toXmlText(html, file),
    cover: { ...cover, html: toXmlText(cover.html, file) },
  };
}
