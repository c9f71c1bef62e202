import type { Sayer } from '../../model/incident.ts';
import type { Statement } from '../../model/report.ts';
import type { Origin, OriginStatus } from '../../model/story.ts';
import { foldName, splitName } from '../origin/names.ts';
import { makeClaimKey, makeClaimRef } from '../report/claim-ref.ts';
import { nameSpeaker } from './says.ts';
import type { ToldMention } from './told.ts';
import { isCorrectionWord, isEarlyWord } from './words.ts';

/** A statement with the report that it is of. */
export type ToldStatement = Pick<ToldMention, 'report' | 'statement'>;

/** Tells of each statement who says it and to which origin that leads. */
export class Sayers {
  readonly #origins = new Map<string, string>();
  readonly #statuses = new Map<string, OriginStatus>();

  constructor(origins: readonly Origin[]) {
    for (const { id, status, claims } of origins) {
      this.#statuses.set(id, status);
      for (const claim of claims) this.#origins.set(makeClaimKey(claim), id);
    }
  }

  find({ report, statement }: ToldStatement): Sayer {
    const claim = makeClaimRef(report, statement);
    const origin = this.#origins.get(makeClaimKey(claim));
    return {
      name: nameSpeaker(report, statement),
      ...(origin === undefined ? {} : { origin }),
      chain: statement.chain.map(({ name }) => name),
      claim,
      ...(isWithdrawn(statement) ? { withdrawn: true } : {}),
    };
  }

  /** Sayers of one value, each once, in the order in which they first said it. */
  list(told: readonly ToldStatement[]): readonly Sayer[] {
    const byName = new Map<string, Sayer>();
    for (const one of told) {
      const sayer = this.find(one);
      const name = `${sayer.name} ${sayer.withdrawn ?? ''}`;
      if (!byName.has(name)) byName.set(name, sayer);
    }
    return [...byName.values()];
  }

  /** The origin behind a sayer; who has none visible counts as one by name. */
  getOrigin({ origin, name }: Sayer): string {
    return origin ?? `no origin: ${name}`;
  }

  isConfirmed({ origin }: Sayer): boolean {
    return origin !== undefined && this.#statuses.get(origin) === 'confirmed';
  }
}

/** One voice of one report: who gives two values in one breath does not contradict himself, and counts two things. */
const nameVoice = ({ report, statement }: ToldStatement): string =>
  `${report.document} ${nameSpeaker(report, statement)}`;

/** All voices of some statements. */
export function listVoices(told: readonly ToldStatement[]): ReadonlySet<string> {
  return new Set(told.map(nameVoice));
}

/** Whether some voice gives both of two values. */
export function isOverlapping(these: ReadonlySet<string>, those: ReadonlySet<string>): boolean {
  for (const voice of these) if (those.has(voice)) return true;
  return false;
}

/** Whether two values come from one voice of one report alone. */
export function isOneVoiceAlone(these: ReadonlySet<string>, those: ReadonlySet<string>): boolean {
  const [voice = ''] = these;
  return these.size === 1 && those.size === 1 && those.has(voice);
}

const hasWord = (name: string, isIn: (word: string) => boolean): boolean =>
  splitName(foldName(name)).some(isIn);

/** "Correction: an earlier version said that one had been killed": told only to be taken back. */
export function isWithdrawn({ chain }: Statement): boolean {
  return chain
    .slice(1)
    .some(
      ({ name, type }) =>
        type !== 'person' &&
        (hasWord(name, isCorrectionWord) || /\b(?:earlier|previous) version\b/i.test(name)),
    );
}

/** Whether what is said is called early by those who say it: "first television reports", "so far". */
export function isEarly({ chain, words }: Statement): boolean {
  return (
    chain.slice(1).some(({ name }) => hasWord(name, isEarlyWord)) ||
    /\b(?:at first|initially|initial (?:count|reports?)|so far|preliminary|on the day of)\b/i.test(words)
  );
}
