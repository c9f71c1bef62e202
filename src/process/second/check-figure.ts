import type { Figure } from '../../model/event.ts';
import type { Span } from '../../model/span.ts';
import { type Evidence, sliceOf, wordsOf } from './evidence.ts';
import { listNumbers } from './numbers.ts';
import { findQuotes } from './quotes.ts';
import type { OfferedFigure } from './schema.ts';

/** Characters before and behind a number in which words of its bound stand. */
const LEAD = 28;
const TAIL = 12;

/** A figure whose number, kind and bound stand in the sentence; undefined, and counted, where they do not. */
export function checkFigure(evidence: Evidence, offered: OfferedFigure, sentence: Span): Figure | undefined {
  const { drops, quoted, lexicon } = evidence;
  const [span] = findQuotes(quoted, offered.words, sentence);
  if (span === undefined || !listNumbers(sliceOf(evidence, span)).includes(offered.value))
    return drops.add('number not in the words');
  const isKnown = lexicon.words.values('figure').includes(offered.of);
  if (!isKnown || !lexicon.words.holds('figure', offered.of, sliceOf(evidence, sentence)))
    return drops.add('kind of figure without words');
  const around = sliceOf(evidence, {
    start: Math.max(sentence.start, span.start - LEAD),
    end: Math.min(sentence.end, span.end + TAIL),
  });
  const isBorne =
    offered.bound === 'exactly'
      ? !lexicon.words.holds('not-bound', 'exactly', around)
      : lexicon.words.holds('bound', offered.bound, around);
  if (!isBorne) return drops.add('number not in the words');
  return {
    of: offered.of,
    value: offered.value,
    bound: offered.bound,
    ...findWhose(evidence, offered, sentence),
    start: span.start,
    end: span.end,
  };
}

function findWhose(evidence: Evidence, { who }: OfferedFigure, sentence: Span): Pick<Figure, 'who'> {
  if (who == null || who.trim() === '') return {};
  const [found] = findQuotes(evidence.quoted, who, sentence);
  if (found !== undefined) return { who: wordsOf(evidence, found) };
  evidence.drops.add('not in the text');
  return {};
}
