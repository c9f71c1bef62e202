import type { Reading } from '../../model/reading.ts';
import type { CreditForm, CreditMark } from '../../model/report.ts';
import { findCopyMarks } from './copy-marks.ts';

/** Characters of a sentence that are looked at, and marks kept of one document. */
const LONGEST = 1200;
const MOST_MARKS = 40;

/** A name: words with capitals, small ones between them. Every repetition is bounded. */
const WORD = "[\\p{Lu}\\p{N}][\\p{L}\\p{N}&.'’-]{0,30}";
const NAME = `(${WORD}(?:\\s(?:(?:of|the|and|de|du|des|la|le|el|al|do|da|di|for|on|in|&)\\s){0,2}${WORD}){0,6})`;
/** "the", "the newspaper", "the local business paper". */
const BEFORE = '(?:(?:the|a|an|its|our)\\s)?(?:\\p{Ll}{2,20}\\s){0,3}';
/** "has", "both", "first", "had also". */
const BETWEEN =
  '(?:\\s(?:news\\s)?(?:agency|newspaper|paper|website|site|magazine|radio|television|channel|broadcaster))?(?:,[^,]{1,60},)?(?:\\s(?:has|have|had|was|were|also|both|first|later|exclusively|earlier|itself|initially)){0,3}';
const REPORTED =
  'reports?|reported|says|said|wrote|writes|revealed|reveals|learned|learnt|quoted|quotes|cited|cites|broke|disclosed|to\\sreport|carried|published|understands|puts?|counted';
const TEXTS = 'reports?|story|stories|scoop|article|dispatch|account|investigation|interview';

/** What stands around a name that is credited, with the form of it. */
const FORMS: readonly (readonly [CreditForm, RegExp])[] = [
  [
    'told',
    around(
      '(?:told|telling|tells|tell|informed|interview\\swith|interviewed\\sby|(?:sent|emailed|given|speaking|spoke|said|speaks|statement|release)\\sto)\\s',
    ),
  ],
  ['seen', around('(?:seen|obtained|reviewed|viewed|read|verified|leaked)\\s(?:by|to)\\s')],
  [
    'seen',
    new RegExp(
      `${NAME}(?:,[^,]{1,60},)?(?:\\swhich)?\\s(?:has|have|had)\\s(?:seen|obtained|reviewed|viewed)`,
      'gu',
    ),
  ],
  [
    'report',
    around(
      `(?:according\\sto|[Aa]ccording\\sto|citing|quoting|via|(?:quoted|cited|reported|published|revealed|broken|carried|saying)\\s(?:as\\ssaying\\s)?(?:by|in)|(?:${TEXTS})\\s(?:in|by|from|of)|writes|wrote|reports|reported|says)\\s`,
    ),
  ],
  ['report', new RegExp(`${NAME}${BETWEEN}\\s(?:${REPORTED})(?![\\p{L}])`, 'gu')],
  ['report', new RegExp(`${NAME}(?:['’]s?)?\\s(?:\\p{Ll}{2,15}\\s)?(?:${TEXTS})(?![\\p{L}])`, 'gu')],
];

function around(before: string): RegExp {
  return new RegExp(`(?<![\\p{L}])${before}${BEFORE}${NAME}`, 'gu');
}

/**
 * The names that stand where a text credits an outlet, and the marks that it is an agency's copy. Whether a name is an
 * outlet's is left open: that a paper is one may be known only since its own reports came in.
 *
 * @example
 * findCredits(reading)[0]; // { form: 'told', name: 'Harbour Wire', start: 61, end: 73, within: [0, 74] }
 */
export function findCredits(reading: Reading): readonly CreditMark[] {
  const { text } = reading.document;
  const marks: CreditMark[] = [...findCopyMarks(reading.document)];
  for (const { start, end } of reading.sentences) {
    if (marks.length >= MOST_MARKS) break;
    const sentence = text.slice(start, Math.min(end, start + LONGEST));
    for (const [form, pattern] of FORMS) {
      for (const match of sentence.matchAll(pattern)) {
        const name = match[1];
        if (name === undefined) continue;
        const at = start + match.index + match[0].indexOf(name, match[0].startsWith(name) ? 0 : 1);
        marks.push({ form, name, start: at, end: at + name.length, within: [start, end] });
      }
    }
  }
  return marks.slice(0, MOST_MARKS);
}
