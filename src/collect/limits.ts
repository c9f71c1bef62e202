/** How much of what comes in is taken. Everything read is hostile until read: nothing here is unbounded. */
export interface CollectLimits {
  /** Bytes of one page, after decompression. */
  readonly pageBytes: number;
  /** Bytes of one file or download as it lies there; a larger one is refused without being read … */
  readonly fileBytes: number;
  /** … save a file that is read record by record, which may have so many. */
  readonly streamBytes: number;
  /** How many times its own size one archive may expand to, all members together … */
  readonly archiveRatio: number;
  /** … though never less than this many bytes, so that small archives of repetitive pages pass … */
  readonly archiveFloorBytes: number;
  /** … and never more than this many. */
  readonly archiveBytes: number;
  /** Members of one archive that are looked at. */
  readonly archiveMembers: number;
  /** Records of one file that is read record by record. */
  readonly streamRecords: number;
  /** Containers within each other that are opened: an archive in an archive is, one within that is not. */
  readonly archiveDepth: number;
}

const MB = 1_000_000;

export const DEFAULT_LIMITS: CollectLimits = Object.freeze({
  pageBytes: 20 * MB,
  fileBytes: 200 * MB,
  streamBytes: 100_000 * MB,
  archiveRatio: 100,
  archiveFloorBytes: 50 * MB,
  archiveBytes: 4_000 * MB,
  archiveMembers: 200_000,
  streamRecords: 50_000_000,
  archiveDepth: 2,
});

/**
 * A size as a person would say it.
 *
 * @example
 * describeBytes(20_000_000); // '20 MB'
 * describeBytes(1_530); // '1.5 kB'
 */
export function describeBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && value < 10 ? 1 : 0;
  return `${value.toFixed(digits).replace(/\.0$/, '')} ${units[unit]}`;
}
