import type { LinkType } from '../../model/claim.ts';
import type { Report, Statement } from '../../model/report.ts';
import type { OriginReason } from '../../model/story.ts';
import type { ReadMark } from './credits.ts';
import type { Outlets } from './outlets.ts';
import type { UnnamedKind } from './unnamed.ts';

/** An outlet or agency that a statement credits, or news media without a name. */
export interface Credit {
  readonly key: string;
  readonly name: string;
  readonly type: LinkType;
  /** Given in the sentence behind: the report has it from them, and nobody puts these words in their mouth. */
  readonly isBehind?: boolean;
}

/** Who is first-hand behind one statement, as far as its own chain says. */
export type Access =
  | {
      readonly kind: 'named';
      readonly key: string;
      readonly name: string;
      readonly type: LinkType;
      readonly reason: OriginReason;
      /** The name's words without titles and spokespeople, as the text has them: `air force`. */
      readonly short: string;
      /** Of a person: the post that is named, and for whom the person speaks by it; empty where that is left to the context. */
      readonly role?: string;
      readonly organization?: string;
      /** The key of the other name by which the report calls the same speaker in this sentence. */
      readonly alias?: string;
    }
  | {
      readonly kind: 'unnamed';
      readonly who: UnnamedKind;
      readonly name: string;
      readonly type: LinkType;
      readonly isAnonymous: boolean;
      /** One person, who may be named further on. */
      readonly isSingle: boolean;
    }
  /** An outlet is credited and nobody behind it. */
  | { readonly kind: 'outlet' }
  /** The reporting outlet's own voice. */
  | { readonly kind: 'own' };

/** One statement with what its chain leads to. */
export interface Traced {
  readonly report: Report;
  readonly statement: Statement;
  /** Between the reporting outlet and who is first-hand, outermost first. */
  readonly credits: readonly Credit[];
  readonly access: Access;
  /** A pronoun or bare noun stands where the speaker should: to be resolved by what was said before. */
  readonly standIn?: string;
  /** Asked and not answered, or no position taken: no origin of anything. */
  readonly isWithheld: boolean;
  readonly isDenial: boolean;
  /** Spoken to the report's own outlet: nobody else can have had it before. */
  readonly isTold: boolean;
  /** Told beside the matter, as far as its events show. */
  readonly isAside?: boolean;
}

/** A statement in a report's own voice that no claim of it is. */
export const makeOwn = (report: Report, statement: Statement): Traced => ({
  report,
  statement,
  credits: [],
  access: { kind: 'own' },
  isWithheld: false,
  isDenial: false,
  isTold: false,
  isAside: true,
});

/** The name by which a report's outlet is compared and shown; its host or document where the page names none. */
export function getOutletName(report: Report, statement?: Statement): string {
  return report.outlet ?? statement?.chain[0]?.name ?? report.url ?? report.document;
}

/** What a statement is read with: the outlets that names may stand for, and what the report's marks credit. */
export interface Context {
  readonly outlets: Outlets;
  readonly marks: readonly ReadMark[];
}
