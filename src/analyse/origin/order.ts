import type { Report } from '../../model/report.ts';

/** Instant of publication for putting reports in order; a bare day is the instant it was seen, where that is the same day. */
export function getOrder({ published, seen }: Report): number {
  const whenSeen = Date.parse(seen) || 0;
  if (published === undefined) return whenSeen;
  if (published.includes('T')) return Date.parse(published) || whenSeen;
  if (seen.startsWith(published)) return whenSeen;
  return Date.parse(`${published}T12:00:00Z`) || Date.parse(published) || whenSeen;
}
