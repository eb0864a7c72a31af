/** A field's name in lower case. Zola and Hugo have tables for fields of a theme. */
export const toBareName = (name: string): string =>
  name.toLowerCase().replace(/^(?:extra|taxonomies|params)\./, "");

const toNames = (names: string): readonly string[] => names.split(/\s+/);

/** Names of our fields in other systems, best first. In exports these are element names. Case is ignored. */
export const synonyms = {
  title: toNames("title seo.title meta_title"),
  description: toNames(
    `description custom_excerpt excerpt summary subtitle abstract seo.description meta_description
     excerpt:encoded`,
  ),
  pubDate: toNames(
    `pubDate publishDate published_at date_published pubDatetime published date dc:date created_at created`,
  ),
  updatedDate: toNames(
    `updatedDate lastmod last_modified_at updated updated_at date_modified modDatetime modified`,
  ),
  slug: toNames("slug wp:post_name"),
  aliases: toNames("permalink url path link aliases alias redirect_from"),
  category: toNames("category categories section"),
  tags: toNames("tags tag keywords"),
  authors: toNames("authors authors.name author author.name dc:creator"),
  "cover.image": toNames(
    `cover.image cover coverImage cover_image heroImage hero_image feature_image featured_image
     content_img_path image.path image.src image.url image header.image banner thumb_img_path thumbnail`,
  ),
  "cover.alt": toNames(
    `cover.alt coverAlt cover_image_alt heroImageAlt hero_image_alt feature_image_alt featured_image_alt
     content_img_alt image.alt image_alt imageAlt thumb_img_alt`,
  ),
  "cover.caption": toNames("cover.caption feature_image_caption image.caption"),
  canonicalUrl: toNames(
    "canonicalUrl canonical_url canonical seo.canonical_url seo.canonical",
  ),
  id: toNames("id guid"),
  draft: toNames("draft published status wp:status"),
  featured: toNames("featured pinned sticky wp:is_sticky"),
  toc: toNames("toc"),
};

export type Target = keyof typeof synonyms;

/** Fields that mean nothing here: dropped without keeping a comment. */
export const meaningless: ReadonlySet<string> = new Set(
  toNames(
    `layout template type comments markup sharing visibility email_only post_id comment_count
   wp:post_id wp:post_type wp:post_parent wp:menu_order wp:comment_status wp:ping_status`,
  ),
);
