import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { lemmaAt } from '../../../sentence/view.ts';
import type { EventDraft } from './draft.ts';
import { keep, type Told } from './harm.ts';
import type { EventInput } from './input.ts';
import type { EventLexicon } from './lexicon.ts';

/** How many sentences, and what part of all, must name a flood, a disease or a crash for a text to be about one. */
const LEAST = 2;
const PART = 0.15;

/**
 * Leaves out the toll of a flood, a disease or a crash, also where the same text tells of force: the dead and injured whom
 * nobody is said to have killed, in a sentence that tells of no force.
 */
export function leaveOutTolls(told: Told, input: EventInput, lexicon: EventLexicon): Told {
  const nature = lexicon.classes.get('nature');
  const means = lexicon.classes.get('means');
  if (nature === undefined || means === undefined || !told.drafts.some(isToll)) return told;
  const names = (sentence: ParsedSentence, words: ReadonlySet<string>) =>
    sentence.tokens.some((_, i) => words.has(lemmaAt(sentence, i)));
  const { sentences } = input;
  const count = sentences.filter((sentence) => names(sentence, nature)).length;
  if (count < LEAST || count < sentences.length * PART) return told;
  const forces = told.drafts.filter((draft) => draft.trigger.sense.type === 'ASSAULT' && !isToll(draft));
  const gone = new Set(
    told.drafts.filter(
      (draft) =>
        isToll(draft) &&
        !names(draft.sentence, means) &&
        !forces.some((force) => force.sentence === draft.sentence),
    ),
  );
  return gone.size === 0 ? told : keep(told, input.claims.length, (draft) => !gone.has(draft));
}

/** Killed, injured, found dead: harm by no one named, or a mere count of it. */
const isToll = ({ trigger, actors, instruments, repeats }: EventDraft) =>
  trigger.sense.type === 'ASSAULT' &&
  (repeats !== undefined || trigger.sense.contexts.includes('human_security')) &&
  actors.length === 0 &&
  instruments.length === 0;
