const minutesOf = (time: string | undefined): number =>
  Date.parse(`${time?.trim().replace(" ", "T")}Z`) / 60_000;

/** The offset of a local time from the same time in UTC: +09:00 or Z; undefined if one is missing or they do not fit. */
export function toOffset(
  local: string | undefined,
  utc: string | undefined,
): string | undefined {
  const minutes = minutesOf(local) - minutesOf(utc);
  if (minutes === 0) return "Z";
  const [hours, rest] = [Math.abs(minutes / 60) | 0, Math.abs(minutes % 60)];
  const digits = (number: number) => String(number).padStart(2, "0");
  return minutes % 15 === 0 && hours <= 14
    ? `${minutes < 0 ? "-" : "+"}${digits(hours)}:${digits(rest)}`
    : undefined;
}

/**
 * A local time with its offset, from pairs of a local time and the same time in UTC, such as 2018-03-05 09:10:11. The
 * first pair is the time; if its UTC time is missing, the offset is that of the second.
 */
export function toZoned(
  [local, utc]: (string | undefined)[],
  [otherLocal, otherUtc]: (string | undefined)[],
): { value: string | undefined; guess?: string } {
  const hasLocal = !Number.isNaN(minutesOf(local));
  const hasUtc = !Number.isNaN(minutesOf(utc));
  const offset = hasUtc ? toOffset(local, utc) : toOffset(otherLocal, otherUtc);
  if (!hasLocal || !offset)
    return { value: hasUtc ? `${utc}Z` : hasLocal ? local : undefined };
  const value = `${local?.replace(" ", "T")}${offset}`;
  return hasUtc
    ? { value }
    : { value, guess: `the offset ${offset} is that of ${otherLocal}` };
}

/** A time in UTC as the clocks of a zone such as Asia/Tokyo show it; as given if it is no time or there is no such zone. */
export function toZone(value: unknown, timeZone: unknown): unknown {
  const time = new Date(
    typeof value === "number"
      ? value
      : String(value).replace(/^([\d-]{10})[ T]([\d:.]+)$/, "$1T$2Z"),
  );
  try {
    const local = new Intl.DateTimeFormat("sv", {
      dateStyle: "short",
      timeStyle: "medium",
      timeZone: String(timeZone),
    }).format(time);
    const utc = time.toISOString().slice(0, 19);
    const offset = toOffset(local, utc);
    return offset && offset !== "Z" ? local.replace(" ", "T") + offset : value;
  } catch {
    return value;
  }
}
