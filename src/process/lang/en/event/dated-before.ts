import type { TimeExpression } from '../../../../model/time.ts';
import { findChild, findChildren, markersOf } from '../../../sentence/phrase.ts';
import { wordAt } from '../../../sentence/view.ts';
import type { EventDraft, EventLinks } from './draft.ts';
import { isDefinite } from './history.ts';

interface Telling {
  /** The year in which the text was published; NaN where it is not known. */
  readonly year: number;
  readonly times: readonly TimeExpression[];
}

/** Sentences that open a text and tell its news. */
const LEAD = 3;
/** Times that only a passage of what went before names. */
const BEFORE =
  /^earlier (?:in the|this) (?:week|month|year)$|^(?:the )?(?:previous|last) (?:week|month|year)$|\b(?:weeks|months|years|decades) (?:ago|earlier|before)$/i;

/** "Earlier in the week he called for …", "months ago", "the 1999 attacks": dated before the news, beside the word if not by its clause. */
export function isDatedBefore(draft: EventDraft, link: EventLinks, { year, times }: Telling): boolean {
  const { when } = link;
  if (draft.trigger.at < LEAD || draft.realis === 'ongoing') return false;
  if (when === undefined && link.sameAs === undefined && isRecalled(draft)) return true;
  if (when !== undefined) {
    const time = when.time === undefined ? undefined : times.find(({ id }) => id === when.time);
    return time !== undefined && BEFORE.test(time.text.trim());
  }
  return hasAgo(draft) || (Number.isFinite(year) && hasYearBeside(draft, year));
}

/** "months ago" where nothing made a date of it. */
function hasAgo({ sentence, trigger }: EventDraft): boolean {
  for (let i = trigger.index + 1; i < Math.min(sentence.tokens.length, trigger.index + REACH); i++) {
    if (sentence.tokens[i]!.upos === 'VERB') return false;
    if (wordAt(sentence, i) === 'ago' && /^(?:weeks|months|years|decades)$/.test(wordAt(sentence, i - 1)))
      return true;
  }
  return false;
}

const REACH = 14;
const YEAR = /^(?:19|20)\d\d$/;

/** "the Sept. 11, 2001, attacks", "a 2014 hearing", "won praise for her part in 2001": a year past, with no verb between. */
function hasYearBeside({ sentence, trigger }: EventDraft, year: number): boolean {
  const isPast = (i: number) => YEAR.test(wordAt(sentence, i)) && Number(wordAt(sentence, i)) < year - 1;
  if (sentence.tokens[trigger.index]!.upos === 'NOUN')
    for (let i = trigger.index - 1; i >= Math.max(0, trigger.index - 4); i--) {
      const { upos } = sentence.tokens[i]!;
      if (isPast(i)) return true;
      if (upos === 'VERB' || upos === 'ADP' || upos === 'SCONJ') break;
    }
  for (let i = trigger.index + 1; i < Math.min(sentence.tokens.length, trigger.index + REACH); i++) {
    if (sentence.tokens[i]!.upos === 'VERB') return false;
    if (isPast(i) && wordAt(sentence, i - 1) === 'in') return true;
  }
  return false;
}

/** Acts of words, whose nouns call to mind what was said before. */
const SPOKEN: ReadonlySet<string> = new Set(['ACCUSE', 'REQUEST', 'SUPPORT', 'REJECT']);
const GIVERS = new Set(['from', 'by']);

/** "endorsements from two governors", "the criticism of her by the judge hurt": past words that are but named. */
function isRecalled({ sentence, trigger }: EventDraft): boolean {
  const noun = sentence.tokens[trigger.index]!;
  if (noun.upos !== 'NOUN' || !SPOKEN.has(trigger.sense.type)) return false;
  const hasGiver = findChildren(sentence, trigger.index, 'nmod').some((i) =>
    markersOf(sentence, i).some((word) => GIVERS.has(word)),
  );
  if (hasGiver) return noun.xpos === 'NNS' || isDefinite(sentence, trigger.index);
  return (
    noun.deprel === 'nsubj' &&
    isDefinite(sentence, trigger.index) &&
    findChild(sentence, trigger.index, 'nmod') !== undefined
  );
}
