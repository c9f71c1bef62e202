import type { Brief, BriefSectionName, Part, Sentence } from '../../model/brief.ts';
import type { ClaimRef } from '../../model/report.ts';
import { makeClaimKey, makeClaimRef } from '../report/claim-ref.ts';
import { isSame } from './cited.ts';
import { isDefined, readField } from './definition.ts';
import type { BriefEvidence } from './evidence.ts';
import { findLikelihoodProblems, mentionsConfidence, mentionsLikelihood } from './likelihood.ts';
import { listDemanded, type Teller } from './teller.ts';
import { findFigures, findNames } from './tokens.ts';
import { JOINTS } from './wording.ts';

/** What is wrong with one sentence of a brief. */
export interface BriefProblem {
  readonly section: BriefSectionName;
  /** Which sentence of the section, from 0. */
  readonly index: number;
  readonly problem: string;
}

/** What sentences are held against: the texts as they are kept, what is worked out from the facts anew, and the template. */
export type LintSources = Pick<Teller, 'facts' | 'cited' | 'values' | 'template'> & {
  readonly evidence: BriefEvidence;
};

/**
 * What a brief must not hold. Each sentence stands on claims or on fields of the problem's file. Each stretch of it is what its claim, its
 * field or the computation says, or wording of the template, which holds no name and no figure; it cites what these are from, all of it
 * and nothing else. Likelihood is told by number and word of ICD 203 together, and never with confidence in one sentence.
 *
 * @example
 * const problems = lintBrief(brief, makeLintSources(facts, template));
 */
export function lintBrief(brief: Pick<Brief, 'sections'>, sources: LintSources): readonly BriefProblem[] {
  return brief.sections.flatMap(({ name, sentences }) =>
    sentences.flatMap((sentence, index) =>
      lintSentence(sentence, sources).map((problem) => ({ section: name, index, problem })),
    ),
  );
}

/** What is wrong with one sentence; nothing where it holds. */
export function lintSentence(sentence: Sentence, sources: LintSources): readonly string[] {
  return [
    ...lintForm(sentence),
    ...lintGrounds(sentence, sources),
    ...sentence.parts.flatMap((part) => lintPart(part, sources)),
    ...lintCitation(sentence, sources),
    ...findLikelihoodProblems(sentence.text),
    ...lintMixing(sentence),
  ];
}

function lintForm({ text, parts }: Sentence): readonly string[] {
  if (text.trim() === '') return ['it says nothing'];
  return parts.map((part) => part.text).join('') === text ? [] : ['its text is not what its parts say'];
}

/** No source, no statement. */
function lintGrounds(
  { claims, fields = [] }: Sentence,
  { facts, cited, evidence }: LintSources,
): readonly string[] {
  if (claims.length === 0 && fields.length === 0)
    return ['it stands on no claim and on no field of the problem'];
  const missing = fields.filter((field) => readField(facts.problem, field) === undefined);
  return [
    ...missing.map((field) => `the problem has no field ${field.slice(0, 100)}`),
    ...claims.flatMap((claim) => {
      const kept = cited.get(makeClaimKey(claim));
      const fault = evidence.findFault(claim);
      if (fault !== undefined) return [fault];
      if (kept === undefined) return [`${makeClaimKey(claim)} is kept in no report`];
      return isSameClaim(claim, makeClaimRef(kept.report, kept.statement))
        ? []
        : [`${makeClaimKey(claim)} is cited otherwise than it is kept`];
    }),
  ];
}

function isSameClaim(a: ClaimRef, b: ClaimRef): boolean {
  return (['words', 'outlet', 'title', 'published', 'stance', 'start', 'end'] as const).every(
    (field) => a[field] === b[field],
  );
}

/** One stretch, held against where it is from. */
function lintPart({ text, from }: Part, { facts, cited, values, template }: LintSources): readonly string[] {
  const shown = text.slice(0, 100);
  if (from === undefined) return lintWording(text, template.wordings);
  if (from.kind === 'claim')
    return cited.holds(from.claim, from.field, text) ||
      isCapitalized(text, (each) => cited.holds(from.claim, from.field, each))
      ? []
      : [`"${shown}" is not the ${from.field} of ${from.claim.slice(0, 100)}`];
  if (from.kind === 'problem')
    return isDefined(facts.problem, from.field, text)
      ? []
      : [`"${shown}" is not what ${from.field.slice(0, 100)} of the problem says`];
  const value = values.get(from.value);
  if (value === undefined || !isSame(value.text, text))
    return [
      `"${shown}" is not the value ${from.value.slice(0, 100)}${value === undefined ? '' : `, which is "${value.text.slice(0, 100)}"`}`,
    ];
  return isHeld(from.value, text, { value, cited });
}

/** At the head of a sentence a small letter became a capital. */
function isCapitalized(text: string, holds: (text: string) => boolean): boolean {
  return holds(`${text.slice(0, 1).toLowerCase()}${text.slice(1)}`);
}

/** Titles of incidents are made of words of reports: each name and figure in one stands in a text that is cited for it. */
function isHeld(
  name: string,
  text: string,
  {
    value,
    cited,
  }: { readonly value: { readonly rests: readonly ClaimRef[] }; readonly cited: LintSources['cited'] },
): readonly string[] {
  if (!/^(?:incident|ladder)\..*\.title$/.test(name)) return [];
  const first = /^\S+/.exec(text)?.[0] ?? '';
  const words = [...findNames(text), ...findFigures(text), first];
  const missing = words.find(
    (word) => !value.rests.some((claim) => cited.holdsName(makeClaimKey(claim), word)),
  );
  return missing === undefined ? [] : [`"${missing}" of a title stands in no text that is cited for it`];
}

const JOINTS_SET: ReadonlySet<string> = new Set(JOINTS);

function lintWording(text: string, wordings: ReadonlySet<string>): readonly string[] {
  if (JOINTS_SET.has(text) || wordings.has(text) || [...wordings].some((wording) => isSame(wording, text)))
    return [];
  const [figure] = findFigures(text);
  const name = findNames(text)[0];
  return [
    `"${text.slice(0, 100)}" is no wording of the template, and no source is given for it`,
    ...(figure === undefined ? [] : [`the figure "${figure}" has no source`]),
    ...(name === undefined ? [] : [`the name "${name}" has no source`]),
  ];
}

/** What is cited is what the stretches are from or rest on: no more and no less. */
function lintCitation({ parts, claims }: Sentence, sources: LintSources): readonly string[] {
  const demanded = new Set(listDemanded(parts, sources).map(makeClaimKey));
  const given = new Set(claims.map(makeClaimKey));
  const missing = [...demanded].filter((key) => !given.has(key));
  const extra = [...given].filter((key) => !demanded.has(key));
  return [
    ...missing.map((key) => `it does not cite ${key}, on which it rests`),
    ...extra.map((key) => `it cites ${key} and says nothing of it`),
  ];
}

const OF_LIKELIHOOD =
  /^(?:horizon|hypothesis|earlier)\.(?:.*\.)?(?:probability|baseRate|interval|posterior|prior)$/;

function lintMixing({ text, parts }: Sentence): readonly string[] {
  const values = parts.flatMap(({ from }) => (from?.kind === 'computed' ? [from.value] : []));
  const isLikely = mentionsLikelihood(text) || values.some((value) => OF_LIKELIHOOD.test(value));
  const isSure = mentionsConfidence(text) || values.some((value) => value.startsWith('confidence'));
  return isLikely && isSure ? ['it speaks of likelihood and of confidence'] : [];
}
