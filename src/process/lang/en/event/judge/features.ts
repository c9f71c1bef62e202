import type { TimeExpression } from '../../../../../model/time.ts';
import { startingWithin } from '../../../../sentence/nearby.ts';
import { findChildren } from '../../../../sentence/phrase.ts';
import { childrenOf } from '../../../../sentence/tree.ts';
import { lemmaAt, viewOf, wordAt } from '../../../../sentence/view.ts';
import type { ClaimDraft } from '../../claim/claims.ts';
import { type Features, sizeOf } from '../../claim/learned/features.ts';
import { hashString } from '../../hash.ts';
import { standingOf } from '../attempt.ts';
import type { EventDraft, EventLinks } from '../draft.ts';
import { estimateFactuality, type FactualityModel } from '../factuality/factuality.ts';
import { writeFactuality } from '../factuality/features.ts';

/** A document with its events, as the rules have them. */
export interface ToldDocument {
  readonly drafts: readonly EventDraft[];
  readonly links: readonly EventLinks[];
  readonly claims: readonly ClaimDraft[];
  /** In text order. */
  readonly times: readonly TimeExpression[];
  /** How many sentences it has. */
  readonly sentences: number;
  readonly published?: string;
  readonly title?: string;
  /** Kind and sector of an entity. */
  readonly sectorOf: (id: string) => string;
}

/** Writes what bears on whether words tell an event, how real it is and whether it is told as history. */
export function writeJudgement(
  i: number,
  document: ToldDocument,
  model: FactualityModel,
  features: Features,
): void {
  const draft = document.drafts[i]!;
  const { sentence, trigger, realis } = draft;
  const verb = trigger.carrier ?? standingOf(sentence, trigger.index);
  const estimate = bucket(estimateFactuality(sentence, verb, realis, model));
  writeFactuality(sentence, verb, { realis, words: model.words }, features);
  features.add(406, estimate);
  features.add(407, estimate, hashString(realis));
  writeSense(draft, document.links[i]!, features);
  const quote = writeClaim(draft, document.claims, features);
  writePosition(i, document, quote, features);
  writeDay(i, document, features);
  writeTimes(draft, document, features);
  writeSetting(draft, features);
  writeHeadline(draft, document.title, features);
  writeParties(draft, document.sectorOf, features);
  writeBeside(i, document, features);
  writeSigns(draft, features);
}

/** The event word, its sense, and what the rules make of it. */
function writeSense({ sentence, trigger, realis }: EventDraft, link: EventLinks, features: Features): void {
  const token = sentence.tokens[trigger.index]!;
  const rule = hashString(realis);
  const type = hashString(trigger.sense.type);
  const word = hashString(lemmaAt(sentence, trigger.index));
  const xpos = hashString(token.xpos);
  const deprel = hashString(sentence.tokens[standingOf(sentence, trigger.index)]!.deprel);
  const past = link.background ? 1 : 2;
  features.add(400, type);
  features.add(401, type, rule);
  features.add(402, word, xpos);
  features.add(403, past);
  features.add(404, past, rule);
  features.add(405, past, type);
  features.add(408, word, deprel);
  features.add(409, hashString(trigger.sense.mode ?? ''), rule);
  features.add(410, type, xpos, deprel);
  features.add(411, (trigger.carrier ?? trigger.index) === trigger.index ? 1 : 2, xpos);
}

/** Where in the text it is told. */
function writePosition(
  i: number,
  { drafts, links, sentences }: ToldDocument,
  quote: number,
  features: Features,
): void {
  const { sentence, trigger } = drafts[i]!;
  const at = placeOf(trigger.at);
  features.add(430, at);
  features.add(431, at, links[i]!.background ? 1 : 2);
  features.add(432, at, hashString(sentence.tokens[trigger.index]!.xpos));
  features.add(433, at, quote);
  features.add(434, Math.floor((5 * trigger.at) / Math.max(1, sentences)));
  features.add(435, sizeOf(drafts.length));
}

/** The day that the rules gave it, and its links. */
function writeDay(i: number, { drafts, links, published }: ToldDocument, features: Features): void {
  const draft = drafts[i]!;
  const { when: time, background, sameAs, responseTo, partOf } = links[i]!;
  const xpos = hashString(draft.sentence.tokens[draft.trigger.index]!.xpos);
  const past = background ? 1 : 2;
  const when = describeDay(time?.to, published);
  features.add(440, when);
  features.add(441, when, draft.when === undefined ? 1 : 2);
  features.add(442, when, hashString(time?.precision ?? ''));
  features.add(443, when, hashString(draft.realis));
  features.add(444, when, past);
  features.add(445, hashString(time?.anchor ?? ''), when);
  const same = sameAs === undefined ? 0 : 1;
  features.add(446, same, xpos);
  features.add(447, same, past);
  features.add(448, responseTo === undefined ? 0 : 1, partOf === undefined ? 0 : 1);
}

/** Time expressions of a sentence that are looked at. */
const MOST_TIMES = 4;

function writeTimes(
  { sentence, trigger }: EventDraft,
  { times, published }: ToldDocument,
  features: Features,
): void {
  const word = sentence.tokens[trigger.index]!;
  const near = startingWithin(times, { from: sentence.start, to: sentence.end });
  for (const time of near.slice(0, MOST_TIMES)) {
    const far = describeDay(time.to, published);
    features.add(450, far, hashString(time.type));
    features.add(451, far, time.start < word.start ? 1 : 2);
    features.add(452, hashString(time.type === 'DATE' && time.from === undefined ? time.value : ''));
  }
  features.add(453, Math.min(MOST_TIMES + 1, near.length));
}

/** Words of the sentence that tell how it stands in time. */
function writeSigns({ sentence, trigger }: EventDraft, features: Features): void {
  const tag = hashString(sentence.tokens[trigger.carrier ?? trigger.index]!.xpos);
  for (let k = 0; k < sentence.tokens.length; k++) {
    const word = wordAt(sentence, k);
    if (!SIGNS.has(word)) continue;
    const sign = hashString(word);
    features.add(490, sign);
    features.add(491, sign, k < trigger.index ? 1 : 2);
    features.add(492, sign, tag);
  }
}

const bucket = (value: number) => Math.round(value * 4);

const placeOf = (at: number) => (at < 3 ? at : at < 5 ? 3 : at < 9 ? 4 : at < 16 ? 5 : at < 30 ? 6 : 7);

/** Words that tell how an act stands in time, or that what is told is not of today. */
const SIGNS: ReadonlySet<string> = new Set(
  'before previous previously last ago former formerly since after when while once earlier already still now currently recently recent yet again later then first past history historic early late during until year years month months week weeks decade decades today yesterday tomorrow tonight ever never often always usually sometimes every who which that had has have have been was were is are being would could should may might will can if whether'.split(
    ' ',
  ),
);

function writeClaim({ claim }: EventDraft, claims: readonly ClaimDraft[], features: Features): number {
  const carrying = claims[claim];
  if (carrying === undefined) return 0;
  const quote = hashString(carrying.quote);
  const stance = hashString(carrying.stance ?? '');
  const speaker = hashString(carrying.chain.at(-1)?.type ?? '');
  features.add(420, quote);
  features.add(421, stance);
  features.add(422, hashString(carrying.certainty), hashString(carrying.polarity));
  features.add(423, speaker, quote);
  features.add(424, stance, quote);
  features.add(425, hashString(carrying.chain.at(-1)?.cue?.act ?? ''));
  features.add(426, hashString(carrying.evidence));
  return quote;
}

/** How far a day lies from that of publication. */
function describeDay(day: string | undefined, published: string | undefined): number {
  if (day === undefined) return 0;
  if (published === undefined) return 1;
  const gap = (Date.parse(published.slice(0, 10)) - Date.parse(day.slice(0, 10))) / 86_400_000;
  if (!Number.isFinite(gap)) return 2;
  if (gap < 0) return 3;
  if (gap < 1) return 4;
  if (gap < 2) return 5;
  if (gap <= 7) return 6;
  if (gap <= 31) return 7;
  if (gap <= 180) return 8;
  return gap <= 400 ? 9 : 10;
}

/** The clause in which the words stand: below which main verb, by which way. */
function writeSetting({ sentence, trigger }: EventDraft, features: Features): void {
  const { tokens } = sentence;
  const { root } = viewOf(sentence);
  if (root >= 0) {
    features.add(460, hashString(tokens[root]!.xpos), hashString(lemmaAt(sentence, root)));
    features.add(
      461,
      hashString(tokens[root]!.xpos),
      root < trigger.index ? 1 : root > trigger.index ? 2 : 3,
    );
  }
  let current = trigger.carrier ?? standingOf(sentence, trigger.index);
  for (let step = 0; step < 6 && current >= 0; step++) {
    const { deprel, head } = tokens[current]!;
    if (CLAUSES.has(deprel)) {
      features.add(462, hashString(deprel), hashString(tokens[current]!.xpos));
      const mark = findChildren(sentence, current, 'mark', 'advmod')[0];
      features.add(463, hashString(deprel), mark === undefined ? 0 : hashString(wordAt(sentence, mark)));
      features.add(464, hashString(deprel), step, head < 0 ? 0 : hashString(tokens[head]!.upos));
      break;
    }
    current = head;
  }
  const standing = standingOf(sentence, trigger.index);
  const children = childrenOf(sentence, standing);
  let article = 0;
  for (let k = 0; k < children.length; k++) {
    const child = children[k]!;
    const { deprel } = tokens[child]!;
    if (deprel === 'det' || deprel === 'nmod:poss') article = hashString(wordAt(sentence, child));
    else if (deprel === 'amod' || deprel === 'compound' || deprel === 'nummod')
      features.add(465, hashString(lemmaAt(sentence, child)));
  }
  features.add(466, article, hashString(tokens[trigger.index]!.xpos));
  features.add(467, article, hashString(tokens[standing]!.deprel));
}

const CLAUSES: ReadonlySet<string> = new Set([
  'acl:relcl',
  'acl',
  'advcl',
  'ccomp',
  'xcomp',
  'csubj',
  'parataxis',
  'appos',
  'root',
]);

function writeHeadline(
  { sentence, trigger }: EventDraft,
  title: string | undefined,
  features: Features,
): void {
  if (title === undefined) {
    features.add(470, 1);
    return;
  }
  const words = new Set(title.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const lemma = lemmaAt(sentence, trigger.index);
  features.add(470, words.has(lemma) || words.has(wordAt(sentence, trigger.index)) ? 2 : 3);
  let shared = 0;
  for (let k = 0; k < sentence.tokens.length; k++)
    if (/^[A-Z]/.test(sentence.tokens[k]!.text) && words.has(wordAt(sentence, k))) shared++;
  features.add(471, Math.min(3, shared));
}

function writeParties(draft: EventDraft, sectorOf: (id: string) => string, features: Features): void {
  const type = hashString(draft.trigger.sense.type);
  for (const id of draft.actors.slice(0, 2)) features.add(475, hashString(sectorOf(id)), type);
  for (const id of draft.recipients.slice(0, 2)) features.add(476, hashString(sectorOf(id)), type);
  features.add(477, Math.min(2, draft.actors.length), Math.min(2, draft.recipients.length), type);
  features.add(478, draft.figures.length > 0 ? 1 : 0, draft.where === undefined ? 0 : 1);
}

/** What the rules say of the events beside it. */
function writeBeside(i: number, { drafts, links }: ToldDocument, features: Features): void {
  for (const d of [-1, 1]) {
    const other = drafts[i + d];
    if (other === undefined) {
      features.add(480 + d, 0);
      continue;
    }
    const near =
      other.sentence === drafts[i]!.sentence
        ? 1
        : other.sentence.paragraph === drafts[i]!.sentence.paragraph
          ? 2
          : 3;
    features.add(480 + d, near, links[i + d]!.background ? 1 : 2);
    features.add(483 + d, near, hashString(other.realis));
    features.add(
      486 + d,
      near,
      links[i + d]!.when === undefined ? 1 : 2,
      hashString(other.trigger.sense.type),
    );
  }
}
