import type { Certificate as Fields, facts } from "./schema.ts";

/** A certificate of the catalogue: the front matter of its file, and the file's name. */
export type Certificate = Fields & { slug: string };
export type FactName = (typeof facts)[number];
export type Source = Certificate["sources"][string];
export type Currency = NonNullable<Certificate["fee"]>["currency"];

/** The words that readers see for values in the data, in the order of lists and menus. */
export const fields: Record<Certificate["field"], string> = {
  cloud: "Cloud",
  platform: "Platform engineering",
  security: "Security",
  networking: "Networking",
  data: "Data",
  ai: "AI",
  software: "Software",
  "project-management": "Project management",
  agile: "Scrum and agile",
  "service-management": "Service management",
  finance: "Finance",
};
export const levels: Record<Certificate["level"], string> = {
  foundational: "Foundational",
  associate: "Associate",
  professional: "Professional",
  expert: "Expert",
};
export const statuses: Record<Certificate["status"], string> = {
  current: "Current",
  changing: "Changing soon",
  retiring: "Being retired",
  retired: "Retired",
};
export type Kind = Certificate["readers"][number]["kind"];
/** Strongest first. */
export const kinds: Record<Kind, string> = {
  gate: "Gate",
  filter: "Filter",
  signal: "Signal",
  ignored: "Ignored",
};
export type HandsOn = NonNullable<Certificate["format"]>["handsOn"];
/** The part of the exam in which candidates operate something, largest first. */
export const handsOn: Record<HandsOn, string> = {
  all: "All",
  most: "Most",
  some: "Some",
  none: "None",
};
export const answers: Record<Certificate["readers"][number]["answer"], string> =
  { yes: "Yes", maybe: "Maybe", no: "No" };

/** What a certificate is for the reader who needs it most. */
export const toKind = ({ readers }: Pick<Certificate, "readers">): Kind =>
  (Object.keys(kinds) as Kind[]).find((kind) =>
    readers.some((reader) => reader.kind === kind),
  ) ?? "ignored";

/** The days on which its sources were read, oldest first. */
export const toReadDays = ({ sources }: Pick<Certificate, "sources">) =>
  Object.values(sources)
    .map(({ read }) => read.slice(0, 10))
    .sort();

/** By field, in the order of `fields`, then by what people call it. */
export const compareCertificates = (a: Certificate, b: Certificate): number => {
  const order = Object.keys(fields);
  return (
    order.indexOf(a.field) - order.indexOf(b.field) ||
    a.short.localeCompare(b.short, "en", { numeric: true })
  );
};

/** "Certified Kubernetes Administrator (CKA)", or the name alone if the short one is in it. */
export const toHeading = ({
  name,
  short,
}: Pick<Certificate, "name" | "short">): string =>
  name.includes(short) ? name : `${name} (${short})`;
