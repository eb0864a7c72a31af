import type { Certificate as Fields } from "./schema.ts";

/** A certificate of the catalogue: the front matter of its file, and the file's name. */
export type Certificate = Omit<Fields, "aliases"> & { slug: string };
export type Source = Certificate["sources"][string];
export type Currency = NonNullable<Certificate["fee"]>["currency"];

/** The names in a record of words. */
export const namesOf = <Name extends string>(words: Record<Name, string>) =>
  Object.keys(words) as [Name, ...Name[]];

/** The facts that every file states, each with its source, or names in `notConfirmed`; and the words for them. */
export const factLabels = {
  code: "Exam code",
  format: "Exam",
  length: "Length",
  fee: "Exam fee",
  retake: "Second attempt",
  validity: "Valid for",
  renewal: "Renewal",
  conditions: "Conditions",
};
export type FactName = keyof typeof factLabels;
export const facts = namesOf(factLabels);

/** Other values in the data and the words for them, in the order of lists and menus. */
export const fields = {
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
export const levels = {
  foundational: "Foundational",
  associate: "Associate",
  professional: "Professional",
  expert: "Expert",
};
export const statuses = {
  current: "Current",
  changing: "Changing",
  retiring: "Being retired",
  retired: "Retired",
};
/** Strongest first: required by law, regulator or contract; screened by; only tells a stranger something. */
export const kinds = {
  gate: "Gate",
  filter: "Filter",
  signal: "Signal",
  ignored: "Ignored",
};
export type Kind = keyof typeof kinds;
/** The part of the exam in which candidates operate something, largest first. */
export const handsOn = {
  all: "All",
  most: "Most",
  some: "Some",
  none: "None",
};
export type HandsOn = keyof typeof handsOn;
export const answers = { yes: "Yes", maybe: "Maybe", no: "No" };

/** What a certificate is for the reader who needs it most. */
export const toKind = ({ readers }: Pick<Certificate, "readers">): Kind =>
  namesOf(kinds).find((kind) =>
    readers.some((reader) => reader.kind === kind),
  ) ?? "ignored";

/** The days on which its sources were read, oldest first. */
export const toReadDays = ({ sources }: Pick<Certificate, "sources">) =>
  Object.values(sources)
    .map(({ read }) => read.slice(0, 10))
    .sort();

/** By field, in the order of `fields`, then by what people call it. */
export const compareCertificates = (a: Certificate, b: Certificate): number => {
  const order = namesOf(fields);
  return order.indexOf(a.field) - order.indexOf(b.field) || compareShort(a, b);
};

/** By what people call it: "AZ-104" before "AZ-1000". */
export const compareShort = (a: Certificate, b: Certificate): number =>
  a.short.localeCompare(b.short, "en", { numeric: true });

/** "Certified Kubernetes Administrator (CKA)", or the name alone if the short one is in it. */
export const toHeading = ({
  name,
  short,
}: Pick<Certificate, "name" | "short">): string =>
  name.includes(short) ? name : `${name} (${short})`;
