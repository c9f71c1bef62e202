import type { RootCause, SetAside } from '../../../model/correction.ts';
import type { DecisionRow } from '../../../model/decision.ts';
import type { JudgedThing, Verdict } from '../../../model/judgement.ts';
import type { Mention } from '../../../model/report.ts';
import { describeCorrection } from './corrections.ts';
import { count, describeType, REALIS_WORDS } from './vocabulary.ts';

/* What people decide, in the words of the workbench. */

/** What a form of a decision says; the parts that depend on what is decided come with it. */
export const FORM_WORDS = {
  note: 'Why',
  noteHint: 'A word at least. It stays on record.',
  by: 'Your name',
  byHint: 'Shown beside the decision; this browser remembers it.',
  chooseOne: 'Choose one at least.',
  cancel: 'Cancel',
  close: 'Close',
  sending: 'Putting it on record…',
  isEarlier: 'You look at an earlier state. The decision holds from now on; this view does not change.',
  isReadOnly: 'Nothing can be decided here.',
  isOnRecord: (done: string, judgement: string) => `${done} ${judgement} is on record.`,
} as const;

/** What can be done, as its button, its form and its announcement call it. */
export interface ActWords {
  readonly button: string;
  readonly title: string;
  readonly hint: string;
  readonly submit: string;
  readonly done: string;
}

const KEPT = 'It is kept and shown, and nothing rests on it any more.';

export const SET_ASIDE_ACTS = {
  claim: {
    button: 'Set aside…',
    title: 'Set this claim aside',
    hint: `For what is not so or was misread. ${KEPT} What later versions say in the same words goes with it.`,
    submit: 'Set aside',
    done: 'Set aside.',
  },
  report: {
    button: 'Set a report aside…',
    title: 'Set a report aside',
    hint: `For what is no report, or is wrong as a whole. ${KEPT} It leaves this story.`,
    submit: 'Set aside',
    done: 'Set aside.',
  },
  document: {
    button: 'Set the document aside…',
    title: 'Set this document aside',
    hint: `For what is no report, or is wrong as a whole. ${KEPT}`,
    submit: 'Set aside',
    done: 'Set aside.',
  },
  incident: {
    button: 'Set aside…',
    title: 'Set this incident aside',
    hint: `For what did not happen or is none. ${KEPT} That goes for every mention of it.`,
    submit: 'Set aside',
    done: 'Set aside.',
  },
} as const satisfies Record<string, ActWords>;

export const UNDO_ACT: ActWords = {
  button: 'Undo…',
  title: 'Take the decision back',
  hint: 'Both stay on record: the decision, and that it was taken back.',
  submit: 'Take back',
  done: 'Taken back.',
};

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  reject: 'set aside',
  grade: 'graded',
  alias: 'named',
  distinct: 'told apart',
  merge: 'merged',
  split: 'split reports off',
  correct: 'corrected',
  withdraw: 'took back',
};

const THING_WORDS: Readonly<Record<JudgedThing['type'], string>> = {
  claim: 'a claim',
  document: 'a document',
  incident: 'an incident',
  story: 'a story',
  source: 'a source',
  actor: 'an actor',
};

/** `set aside a claim`, `graded a source B`, `took back j3`. */
export function describeDecision({
  verdict,
  value,
  of,
  correction,
}: Pick<DecisionRow, 'verdict' | 'value' | 'of' | 'correction'>): string {
  if (verdict === 'withdraw') return `${VERDICT_WORDS.withdraw} ${value ?? 'a decision'}`;
  const part = of.type === 'claim' && of.event !== undefined ? 'one event of a claim' : THING_WORDS[of.type];
  const words = `${VERDICT_WORDS[verdict]} ${part}`;
  if (correction !== undefined) return `${words}: ${describeCorrection(correction)}`;
  if (verdict === 'merge') return `${words} into ${value ?? 'another'}`;
  if (value === undefined) return words;
  return verdict === 'alias' || verdict === 'distinct' ? `${words} “${value}”` : `${words} ${value}`;
}

/** `holds`, `taken back by j2`, and where what it is of is gone, that. */
export function describeState({ verdict, withdrawnBy, isFound }: DecisionRow): string {
  if (withdrawnBy !== undefined) return `taken back by ${withdrawnBy}`;
  if (verdict === 'withdraw') return 'on record';
  return isFound === false ? 'holds, but what it is of is no longer found' : 'holds';
}

/** `3 claims, 1 figure`. */
export function countSetAside(parts: readonly Pick<SetAside, 'part'>[]): string {
  return (['claim', 'event', 'figure'] as const)
    .map((part) => [part, parts.filter((each) => each.part === part).length] as const)
    .flatMap(([part, number]) => (number === 0 ? [] : [count(number, part)]))
    .join(', ');
}

/** An event in a few words, to be chosen from: `only “hit”, assault, occurred`. */
export function describeMention({
  trigger,
  plover,
  realis,
}: Pick<Mention, 'trigger' | 'plover' | 'realis'>): string {
  return `only “${trigger.text}”: ${describeType({ plover })}, ${REALIS_WORDS[realis]}`;
}

/** On a claim of which something counts no longer: `set aside`, `partly set aside`; nothing where all of it counts. */
export function describeAside(parts: readonly Pick<SetAside, 'part'>[]): string | undefined {
  if (parts.length === 0) return undefined;
  return parts.some(({ part }) => part === 'claim') ? 'set aside' : 'partly set aside';
}

export const PART_WORDS: Readonly<Record<SetAside['part'], string>> = {
  claim: 'all of it',
  event: 'one event of it',
  figure: 'one figure of it',
};

const NOTE_WORDS = {
  correction: 'Corrected by its publisher',
  retraction: 'Taken back by its publisher',
  clarification: 'Clarified by its publisher',
} as const;

/** Why something is set aside, up to the words or the person that say so. */
export function describeCause(cause: RootCause): string {
  switch (cause.type) {
    case 'judgement':
      return `${DONE[cause.verdict ?? 'reject']} by ${cause.by}`;
    case 'withdrawal':
      return `Counts again by decision of ${cause.by}`;
    case 'note':
      return NOTE_WORDS[cause.note.type];
    case 'version':
      return `Given up by version ${cause.version} of the page`;
    case 'document':
      return 'A document came in';
    case 'time':
      return 'Time has passed';
  }
}

const DONE = { reject: 'Set aside', merge: 'Merged', split: 'Split off', correct: 'Corrected' } as const;

export const SECTION_WORDS = {
  setAside: 'Set aside',
  repeats: 'Repeats what counts no longer',
  setAsideParts: (parts: string) => `Set aside: ${parts}`,
  show: 'Which decisions',
  total: (decisions: number) => count(decisions, 'decision'),
  decisions: 'Decisions',
  none: 'Nothing was decided yet',
  noneHint: 'What people set aside or take back stands here, with who decided it and why.',
  noneThen: 'Nothing had been decided by then',
  noneFits: 'No decision fits',
  noneFitsHint: 'Choose All to see the others.',
  fetching: 'Fetching the decisions',
  which: 'Which part',
  whole: 'all of the claim',
  whichReport: 'Which report',
  gone: 'It may have been set aside; the decisions tell.',
} as const;

export const STATE_WORDS = { all: 'All', holds: 'Holding', withdrawn: 'Taken back' } as const;
