import type { PlaceUse } from '../../model/place.ts';
import type { ParsedSentence, Token } from '../sentence/parsed.ts';
import type { Candidate } from './candidates.ts';

/** Verbs of which a state or its capital may be the doer. */
const ACTING =
  /^(?:say|tell|announce|accuse|blame|warn|threaten|vow|pledge|deny|reject|condemn|call|urge|demand|want|seek|agree|refuse|insist|claim|argue|believe|fear|hope|plan|decide|order|launch|fire|attack|strike|invade|bomb|shell|retaliate|respond|deploy|send|impose|sanction|support|back|arm|train|fund|supply|recognise|recognize|sign|withdraw|pull|move|order|ban|arrest|expel|summon|declare|consider|suspend|resume|join|leave|negotiate|propose|offer|approve|vote|welcome|regard|see|view|describe|express|confirm|report|acknowledge|admit|dismiss|face|rule|violate|breach|test|enrich|develop|acquire|build|sell|buy|export|import|close|open|block|seize|occupy|annex|target|kill|assassinate|anticipate|prepare|intend|expect|need|hold|take|make|have|do|give|provide|carry|conduct|host|hit|shoot|down|intercept|respond|react|pursue|maintain|continue|begin|start|stop|halt|end|use|try|fail|appear|lift|ease|urge|invite|appoint|elect|remain|become|play|lose|win|beat)$/;
/** Words before a place that put something in it or move to it. */
const LOCATING =
  /^(?:in|at|near|from|to|into|across|around|inside|outside|toward|towards|through|throughout|over|within|off|on|along|beyond|via|between|above|below|north|south|east|west|of)$/i;
/** Nouns after "Iran's" or "Moscow's" that make it the doer or owner. */
const OWNED =
  /^(?:government|decision|president|military|army|navy|air|foreign|defen[cs]e|policy|leader|leadership|parliament|ministry|minister|nuclear|forces?|response|attack|invasion|war|influence|role|claim|demand|allies|ally|move|position|refusal|threat|actions?|support|prime|supreme|state|sanctions|ambassador|intervention|troops|commitment|plans?|stance|offer|statement|interests?|security|intelligence|armed|central|opposition|program(?:me)?|missile)$/i;

/**
 * Whether a mention stands for where, for a people, or for the state that acts ("Moscow said", "Iran threatened").
 * Goes by the parse where there is one, else by the words around.
 */
export function findUse(
  sentence: ParsedSentence,
  range: { readonly first: number; readonly last: number },
  place: Candidate | undefined,
  isDemonym: boolean,
): PlaceUse {
  if (isDemonym) return 'demonym';
  if (place === undefined || !(place.precision === 'country' || place.precision === 'city')) return 'place';
  // Towns seldom stand for governments: only capitals and great cities do, which have a high prior.
  if (place.precision === 'city' && place.prior < 6.6) return 'place';
  const { tokens } = sentence;
  if (place.precision === 'country' && isAdjectival(tokens, range)) return 'demonym';
  const before = tokens[range.first - 1];
  const article = before !== undefined && /^the$/i.test(before.text) ? tokens[range.first - 2] : before;
  if (article !== undefined && LOCATING.test(article.text) && !/^(?:between)$/i.test(article.text)) {
    return /^of$/i.test(article.text) && place.precision === 'country' ? 'place' : 'place';
  }
  const after = tokens[range.last + 1];
  if (after !== undefined && /^['’]s?$/.test(after.text)) {
    const owned = tokens[range.last + 2];
    return owned !== undefined && OWNED.test(owned.text) ? 'metonym' : 'place';
  }
  const head = headOf(tokens, range);
  const relation = head.deprel.replace(/:.*/, '');
  if (relation === 'nsubj') {
    const verb = tokens[head.head];
    return verb !== undefined && (verb.upos !== 'VERB' || ACTING.test(verb.lemma)) && verb.upos === 'VERB'
      ? 'metonym'
      : 'place';
  }
  if (relation === 'obl' && before !== undefined && /^(?:by|against|with)$/i.test(before.text))
    return 'metonym';
  if ((relation === 'obj' || relation === 'iobj') && isBlaming(tokens[head.head])) return 'metonym';
  if (relation === 'dep' || head.deprel === '') return byWords(tokens, range);
  return 'place';
}

/** "U.S. officials", "UK troops": names that serve as their own adjective. */
function isAdjectival(tokens: readonly Token[], { first, last }: { first: number; last: number }): boolean {
  if (first !== last || !/^(?:U\.?S\.?A?\.?|U\.?K\.?|U\.?A\.?E\.?|DRC|DPRK)$/.test(tokens[first]!.text))
    return false;
  const next = tokens[last + 1];
  return (
    next !== undefined && /^(?:JJ|NN|NNS|NNP|NNPS)$/.test(next.xpos) && next.start - tokens[last]!.end === 1
  );
}

function isBlaming(verb: Token | undefined): boolean {
  return (
    verb !== undefined &&
    /^(?:accuse|blame|warn|tell|urge|threaten|condemn|ask|sanction|sue|pressure|press|support|back|arm)$/.test(
      verb.lemma,
    )
  );
}

/** The token of a range that hangs on something outside it. */
function headOf(tokens: readonly Token[], { first, last }: { first: number; last: number }): Token {
  for (let i = first; i <= last; i++) {
    const token = tokens[i]!;
    if (token.head < first || token.head > last) return token;
  }
  return tokens[last]!;
}

/** Without a parse: a place at the head of its clause and right before a verb of acting. */
function byWords(tokens: readonly Token[], { first, last }: { first: number; last: number }): PlaceUse {
  const before = tokens[first - 1];
  const startsClause =
    before === undefined || /^(?:[,;:“"]|and|but|that|as|the|if|when|while)$/i.test(before.text);
  for (let k = last + 1; k <= last + 3 && k < tokens.length; k++) {
    const token = tokens[k]!;
    if (/^(?:VB[DZP]|MD)/.test(token.xpos)) {
      return startsClause && (token.xpos === 'MD' || ACTING.test(token.lemma)) ? 'metonym' : 'place';
    }
    if (!/^RB/.test(token.xpos)) break;
  }
  return 'place';
}
