import type { EventType, Figure } from '../../../../model/event.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { hasRelation } from '../../../sentence/phrase.ts';
import type { EventSense } from './lexicon.ts';
import type { Trigger } from './trigger.ts';

/** Modes and codes by the kind of arms that an attack's figures count. */
const BY_FIGURE: Readonly<Record<string, readonly [mode: string, cameo: string]>> = {
  rockets: ['heavy-weapons', '194'],
  mortars: ['heavy-weapons', '194'],
  shells: ['heavy-weapons', '194'],
  missiles: ['aerial', '195'],
  drones: ['drone', '195'],
};

/**
 * "rockets were fired in the attack": arms named with an outcome, or counted, say what kind of attack it was where its
 * own word does not ("at least eight were fired").
 */
export function specify(trigger: Trigger, absorbed: readonly Trigger[], figures: readonly Figure[]): Trigger {
  const { sense } = trigger;
  if (sense.mode !== undefined || sense.type !== 'ASSAULT' || !['190', '193'].includes(sense.cameo))
    return trigger;
  const armed = absorbed.find(
    (other) => other.sense.mode !== undefined && other.sense.type === sense.type,
  )?.sense;
  if (armed?.mode !== undefined && sense.cameo === '190')
    return { ...trigger, sense: { ...sense, mode: armed.mode, cameo: armed.cameo } };
  const counted = figures.flatMap(({ of }) => BY_FIGURE[of] ?? []);
  const [mode, cameo] = counted;
  return mode === undefined || cameo === undefined
    ? trigger
    : { ...trigger, sense: { ...sense, mode, cameo } };
}

interface Leaf {
  /** Last digit of the code of an offer (03), an appeal (02) or a demand (10) for it. */
  readonly digit: string;
  /** Code of a refusal and of a threat of it. */
  readonly refused?: string;
  readonly threatened?: string;
  /** PLOVER mode of a request or refusal, and of a threat. */
  readonly asked?: string;
  readonly threat?: string;
}

/** What is offered, asked, refused or threatened, by the type of the act that stands below the word. */
const LEAVES: Readonly<Partial<Record<EventType, Leaf>>> = {
  COOPERATE: { digit: '1', refused: '121', asked: 'assist' },
  SUPPORT: { digit: '2' },
  AID: { digit: '3', refused: '122', asked: 'assist' },
  CONCEDE: { digit: '4', refused: '123', asked: 'change' },
  RETREAT: { digit: '5', refused: '124', asked: 'yield' },
  CONSULT: { digit: '6', refused: '125', asked: 'meet' },
  SANCTION: { digit: '', threatened: '131', threat: 'relations' },
  COERCE: { digit: '', threatened: '132', threat: 'restrict' },
  PROTEST: { digit: '', threatened: '133', threat: 'political' },
  ASSAULT: { digit: '', threatened: '138', threat: 'violence' },
};

/** Codes that say only that something was offered, asked, refused or threatened. */
const OPEN: ReadonlySet<string> = new Set(['020', '030', '100', '120', '130']);

/** "refused to release them", "asked for a meeting": the act that is refused or asked for makes the code fuller. */
export function specifyContent(
  sentence: ParsedSentence,
  trigger: Trigger,
  others: readonly Trigger[],
): Trigger {
  const { sense } = trigger;
  if (!OPEN.has(sense.cameo)) return trigger;
  const content = others.find((other) => isContent(sentence, other.index, trigger.index));
  // To "cooperate" may be of any kind.
  const leaf =
    content === undefined || content.sense.cameo === '060' ? undefined : LEAVES[content.sense.type];
  if (leaf === undefined || content === undefined) return trigger;
  const filled = fill(sense, leaf, content.sense.mode);
  return filled === sense ? trigger : { ...trigger, sense: filled };
}

function fill(sense: EventSense, leaf: Leaf, mode: string | undefined): EventSense {
  const asked = leaf.asked === undefined ? {} : { mode: leaf.asked };
  switch (sense.type) {
    case 'AGREE':
      return leaf.digit === '' ? sense : { ...sense, cameo: `03${leaf.digit}` };
    case 'REQUEST':
      return leaf.digit === ''
        ? sense
        : { ...sense, ...asked, cameo: `${sense.cameo.slice(0, 2)}${leaf.digit}` };
    case 'REJECT':
      return leaf.refused === undefined ? sense : { ...sense, ...asked, cameo: leaf.refused };
    case 'THREATEN': {
      if (leaf.threatened === undefined) return sense;
      const threat = mode === 'expel' || mode === 'ban' ? mode : leaf.threat;
      return { ...sense, cameo: leaf.threatened, ...(threat === undefined ? {} : { mode: threat }) };
    }
    default:
      return sense;
  }
}

/** How a word hangs on the one whose content it is. */
const CONTENT = ['xcomp', 'ccomp', 'obj', 'obl', 'acl', 'nmod'];

function isContent(sentence: ParsedSentence, index: number, top: number): boolean {
  let current = index;
  for (let step = 0; step < 3; step++) {
    const token = sentence.tokens[current]!;
    if (token.head < 0 || token.deprel === 'acl:relcl' || !hasRelation(token, CONTENT)) return false;
    if (token.head === top) return true;
    current = token.head;
  }
  return false;
}
