import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, findChildren, markersOf } from '../../../sentence/phrase.ts';
import { wordAt } from '../../../sentence/view.ts';
import type { EventDraft } from './draft.ts';
import { isOnlyNews, isSummingUp } from './history.ts';

/** Sentences at the beginning of a text that tell its news. */
const LEAD = 2;
const MAIN: ReadonlySet<string> = new Set(['root', 'ccomp', 'conj', 'parataxis']);
const HAS: ReadonlySet<string> = new Set(['has', 'have', "'s", '’s', "'ve", '’ve']);

/** Clauses that tell the news of a first sentence which tells nothing else: "tensions rose after guards have seized a ship". */
const ASIDE: ReadonlySet<string> = new Set(['advcl', 'acl:relcl']);

/**
 * Whether an act is told as news by where and how it stands: in the perfect ("has seized"), in a main clause of the opening
 * sentences or as all that the first one tells, with no word that sums up a longer time ("has repeatedly seized", "since 2014").
 */
export function isOpeningNews(draft: EventDraft, others: readonly EventDraft[]): boolean {
  const { sentence, trigger } = draft;
  const verb = trigger.carrier ?? trigger.index;
  const { upos, xpos, deprel } = sentence.tokens[verb]!;
  if (trigger.at >= LEAD || upos !== 'VERB' || (xpos !== 'VBN' && deprel !== 'conj')) return false;
  if (!MAIN.has(deprel) && !(ASIDE.has(deprel) && isOnlyNews(draft, others))) return false;
  if (!isPerfect(sentence, verb)) return false;
  if (findChildren(sentence, verb, 'obl').some((i) => markersOf(sentence, i).includes('since'))) return false;
  return !isSummingUp({ ...draft, trigger: { ...trigger, index: verb } });
}

/** "has seized", "have boarded a tanker and seized its papers": a verb joined to a perfect, with no subject of its own, is one too. */
function isPerfect(sentence: ParsedSentence, verb: number): boolean {
  let current = verb;
  for (let step = 0; step < 4; step++) {
    const { xpos, deprel, head } = sentence.tokens[current]!;
    if (xpos === 'VBN' && findChildren(sentence, current, 'aux').some((i) => HAS.has(wordAt(sentence, i))))
      return true;
    const hasOwn = findChild(sentence, current, 'nsubj', 'nsubj:pass', 'aux') !== undefined;
    if (deprel !== 'conj' || head < 0 || hasOwn || (xpos !== 'VBN' && xpos !== 'VBD')) return false;
    current = head;
  }
  return false;
}
