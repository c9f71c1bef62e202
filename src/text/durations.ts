const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/**
 * A length of time as people write it, in milliseconds: whole minutes, hours, days or weeks. Undefined for anything else, and for none.
 *
 * @example
 * parseDuration('15m'); // 900000
 * parseDuration('1d'); // 86400000
 */
export function parseDuration(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,4})([mhdw])$/.exec(text) ?? [];
  if (count === undefined || Number(count) === 0) return undefined;
  return Number(count) * UNITS[unit as keyof typeof UNITS];
}
