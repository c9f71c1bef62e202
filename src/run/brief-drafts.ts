import { applyDraft, makeWholeDraft } from '../analyse/brief/drafted.ts';
import { sendBrief } from '../disseminate/alert/notify.ts';
import { loadSigningKey } from '../disseminate/proof/desk-keys.ts';
import { sign } from '../disseminate/proof/sign.ts';
import type {
  BriefDraft,
  BriefDrafts,
  BriefEdit,
  DraftChange,
  DraftedBrief,
  SignedBrief,
} from '../model/brief.ts';
import { DECISION_LIMITS } from '../model/decision.ts';
import { DecisionError } from '../model/errors.ts';
import type { Store } from '../store/store.ts';
import { hasWord, makeLine } from '../text/plain.ts';
import type { Config } from './config.ts';
import { readProgramName } from './version.ts';
import type { WarningDesk } from './warning-desk.ts';

/** Saves of a draft that are told with it. */
const MOST_RECORD = 100;

interface DraftSources {
  readonly store: Pick<Store, 'getSetting' | 'setSetting'>;
  readonly config: Config;
  readonly now: () => string;
  readonly warnings: Pick<WarningDesk, 'tellBrief'>;
}

/** Drafts of briefs: one for each problem, kept with the store, so that whoever comes back finds it, and whoever comes second is told. */
export class StoredDrafts implements BriefDrafts {
  readonly #from: DraftSources;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(from: DraftSources) {
    this.#from = from;
  }

  /** The draft that is kept, as it was saved. */
  getKept(problem: string): Promise<BriefDraft | undefined> {
    return this.#find(problem);
  }

  async getDraft(problem: string, asOf?: string): Promise<DraftedBrief | undefined> {
    const kept = await this.#find(problem);
    const told = await this.#from.warnings.tellBrief(problem, kept?.asOf ?? asOf);
    if (told === undefined) return undefined;
    return applyDraft(told.brief, kept ?? makeWholeDraft(told.brief), told.cited);
  }

  putDraft(problem: string, change: DraftChange): Promise<DraftedBrief | undefined> {
    return this.#inTurn(async () => {
      const { now, store, warnings } = this.#from;
      const by = takeName(change.by);
      const kept = await this.#find(problem);
      checkRevision(problem, change.revision, kept);
      const told = await warnings.tellBrief(problem, change.asOf);
      if (told === undefined) return undefined;
      const draft: BriefDraft = {
        problem,
        asOf: told.brief.asOf,
        revision: change.revision + 1,
        // Who wrote a sentence stays with it, whoever saves the draft.
        sections: change.sections.map(({ name, sentences }) => ({
          name,
          sentences: sentences.map((each) =>
            each.kind === 'own'
              ? { ...each, text: makeLine(each.text), by: findAuthor(kept, each.text) ?? by }
              : each,
          ),
        })),
        record: addToRecord(kept?.record ?? [], { by, at: now() }),
      };
      await store.setSetting(nameSetting(problem), JSON.stringify(draft));
      return applyDraft(told.brief, draft, told.cited);
    });
  }

  discardDraft(problem: string, revision: number): Promise<void> {
    return this.#inTurn(async () => {
      checkRevision(problem, revision, await this.#find(problem));
      await this.#from.store.setSetting(nameSetting(problem), '');
    });
  }

  async signDraft(
    problem: string,
    { revision, send }: { readonly revision: number; readonly send: boolean },
  ): Promise<SignedBrief | undefined> {
    const { config, now } = this.#from;
    const kept = await this.#find(problem);
    checkRevision(problem, revision, kept);
    if (kept === undefined)
      throw refuse(problem, 'unfit', 'nobody has saved a draft', 'Save it first, with your name.');
    const drafted = await this.getDraft(problem);
    if (drafted === undefined) return undefined;
    const [mark] = drafted.marks;
    if (mark !== undefined)
      throw refuse(
        problem,
        'unfit',
        `a sentence does not hold: ${mark.problem}`,
        'Mend it, or leave it out.',
      );
    const signed = sign(drafted.brief, loadSigningKey(config.data));
    const deliveries = send ? await sendBrief(signed, { config, engine: readProgramName(), now }) : [];
    return { signed, deliveries };
  }

  async #find(problem: string): Promise<BriefDraft | undefined> {
    const kept = await this.#from.store.getSetting(nameSetting(problem));
    return kept === undefined || kept === '' ? undefined : (JSON.parse(kept) as BriefDraft);
  }

  /** One after another: two at once could each find that the other has not saved. */
  #inTurn<Answer>(run: () => Promise<Answer>): Promise<Answer> {
    const next = this.#writing.then(run);
    this.#writing = next.catch(() => undefined);
    return next;
  }
}

/** Saves of one person in a row are one entry, with the time of the last. */
function addToRecord(record: readonly BriefEdit[], edit: BriefEdit): readonly BriefEdit[] {
  const before = record.at(-1)?.by === edit.by ? record.slice(0, -1) : record;
  return [...before, edit].slice(-MOST_RECORD);
}

const nameSetting = (problem: string) => `brief.draft.${problem}`;

function findAuthor(draft: BriefDraft | undefined, text: string): string | undefined {
  const own =
    draft?.sections.flatMap(({ sentences }) => sentences.filter((each) => each.kind === 'own')) ?? [];
  return own.find((each) => each.text === makeLine(text))?.by;
}

function checkRevision(problem: string, revision: number, kept: BriefDraft | undefined): void {
  if ((kept?.revision ?? 0) === revision) return;
  const last = kept?.record.at(-1);
  throw refuse(
    problem,
    'conflict',
    last === undefined ? 'the draft was discarded meanwhile' : `${last.by} has saved the draft meanwhile`,
    'Look at what is saved now, and take over what you changed.',
  );
}

function takeName(given: string): string {
  const by = makeLine(given);
  if (!hasWord(by) || by.length > DECISION_LIMITS.by)
    throw refuse(
      'by',
      'unfit',
      'nobody is named',
      `Say who you are, in at most ${DECISION_LIMITS.by} characters.`,
    );
  return by;
}

function refuse(of: string, type: DecisionError['type'], problem: string, remedy: string): DecisionError {
  return new DecisionError(type, { of, problem, remedy });
}
