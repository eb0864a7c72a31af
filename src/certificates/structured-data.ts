import { levels, toReadDays, type Certificate } from "./certificate.ts";

/** A certificate as schema.org's EducationalOccupationalCredential. */
export const toCredential = (certificate: Certificate, url: string) => {
  const { name, short, description, issuer, level, code, validity, fee } =
    certificate;
  return {
    "@type": "EducationalOccupationalCredential",
    name,
    ...(short !== name && { alternateName: short }),
    description,
    url,
    sameAs: certificate.url,
    credentialCategory: "certification",
    educationalLevel: levels[level],
    recognizedBy: { "@type": "Organization", name: issuer },
    ...(code && { identifier: code.value }),
    // Without a period it is valid for life, or its validity is not confirmed.
    ...(validity?.months && { validFor: `P${validity.months}M` }),
    ...(fee && {
      offers: {
        "@type": "Offer",
        price: fee.amount,
        priceCurrency: fee.currency,
        seller: { "@type": "Organization", name: issuer },
        url: certificate.url,
      },
    }),
    dateModified: toReadDays(certificate).at(-1),
  };
};
