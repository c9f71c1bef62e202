import type {
  Brief,
  BriefDraft,
  BriefSection,
  DraftedBrief,
  DraftMark,
  DraftSentence,
  Sentence,
} from '../../model/brief.ts';
import { makeClaimRef } from '../report/claim-ref.ts';
import { showsProbability } from './brief.ts';
import type { CitedTexts } from './cited.ts';
import { lintOwn } from './own.ts';

/** A draft that holds all that the engine tells. */
export function makeWholeDraft({ problem, asOf, sections }: Brief): BriefDraft {
  return {
    problem,
    asOf,
    revision: 0,
    sections: sections.map(({ name, sentences }) => ({
      name,
      sentences: sentences.map(({ text }) => ({ kind: 'engine', text })),
    })),
    record: [],
  };
}

/**
 * The brief that a draft makes of what the engine tells: chosen sentences in the order of the draft, with those that analysts
 * added. A sentence of the engine stands as it was told, or not at all; each that does not hold is marked, and left out.
 *
 * @example
 * applyDraft(whole, draft, cited).marks; // [{ section: 'for', index: 2, problem: 'it cites no claim' }]
 */
export function applyDraft(whole: Brief, draft: BriefDraft, cited: CitedTexts): DraftedBrief {
  const marks: DraftMark[] = [];
  const sections = draft.sections.flatMap(({ name, sentences }): readonly BriefSection[] => {
    const told = whole.sections.find((each) => each.name === name);
    const made = sentences.flatMap((given, index): readonly Sentence[] => {
      const { sentence, problems } = read(given, told, cited);
      marks.push(...problems.map((problem) => ({ section: name, index, problem })));
      return problems.length > 0 || sentence === undefined ? [] : [sentence];
    });
    return made.length === 0 ? [] : [{ name, heading: told?.heading ?? name, sentences: made }];
  });
  const kept = new Set(sections.flatMap(({ sentences }) => sentences.map(({ text }) => text)));
  const all = whole.sections.flatMap(({ name, sentences }) =>
    sentences.map((sentence) => ({ name, sentence })),
  );
  const gone = all.filter(({ sentence }) => !kept.has(sentence.text));
  for (const { name, sentence } of gone)
    if (showsProbability(sentence))
      marks.push({
        section: name,
        index: 0,
        problem: `the probability cannot be left out: ${sentence.text}`,
      });
  const added = sections.flatMap(({ sentences }) => sentences.filter(({ own }) => own !== undefined)).length;
  return {
    kind: 'drafted brief',
    draft,
    whole,
    marks,
    brief: {
      ...whole,
      sections,
      ...(draft.revision === 0 ? {} : { edited: { omitted: gone.length, added, record: draft.record } }),
    },
  };
}

function read(
  given: DraftSentence,
  told: BriefSection | undefined,
  cited: CitedTexts,
): { readonly sentence: Sentence | undefined; readonly problems: readonly string[] } {
  if (given.kind === 'engine') {
    const sentence = told?.sentences.find(({ text }) => text === given.text);
    return {
      sentence,
      problems: sentence === undefined ? ['the engine does not say this any more as of that instant'] : [],
    };
  }
  const found = given.claims.map((claim) => ({ claim, kept: cited.get(claim) }));
  const claims = found.flatMap(({ kept }) =>
    kept === undefined ? [] : [makeClaimRef(kept.report, kept.statement)],
  );
  const missing = found.flatMap(({ claim, kept }) => (kept === undefined ? [claim] : []));
  const sentence: Sentence = {
    text: given.text,
    parts: [{ text: given.text }],
    claims,
    own: { by: given.by },
  };
  return { sentence, problems: lintOwn(sentence, { cited, missing }) };
}
