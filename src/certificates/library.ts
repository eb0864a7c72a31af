import { getEntries, type EntryPage } from "gatepost/own-routes.ts";
import { compareCertificates, type Certificate } from "./certificate.ts";
import type { Comparison } from "./comparison-schema.ts";
import type { Certificate as Fields } from "./schema.ts";
import { toTypeset } from "./typeset.ts";

/** A certificate with its page: `entry` has the verdict and the articles that link to it. */
export type CertificatePage = {
  certificate: Certificate;
  entry: EntryPage<Fields>;
};

/** Every certificate, in the order of the catalogue. */
export const getCertificatePages = async (): Promise<CertificatePage[]> =>
  (await getEntries<Fields>("certificates"))
    .map((entry) => {
      const { aliases: _, ...fields } = toTypeset(entry.fields);
      return { certificate: { ...fields, slug: entry.id }, entry };
    })
    .sort((a, b) => compareCertificates(a.certificate, b.certificate));

export const getCertificates = async (): Promise<Certificate[]> =>
  (await getCertificatePages()).map(({ certificate }) => certificate);

/** Every comparison that we wrote, by title. */
export const getComparisons = async (): Promise<EntryPage<Comparison>[]> =>
  (await getEntries<Comparison>("comparisons")).toSorted((a, b) =>
    a.title.localeCompare(b.title, "en"),
  );
