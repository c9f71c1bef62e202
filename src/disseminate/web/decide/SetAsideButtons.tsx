import type { Decision } from '../../../model/decision.ts';
import type { Hash } from '../../../model/page.ts';
import type { ClaimRef } from '../../../model/report.ts';
import { Words } from '../components/Words.tsx';
import { SECTION_WORDS, SET_ASIDE_ACTS, UNDO_ACT } from '../words/decisions.ts';
import { DecideButton } from './DecideButton.tsx';

/** A beginning of words that tells one button from the next. */
function shorten(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 60).trimEnd()}…`;
}

interface ClaimButtonProps {
  readonly claim: Pick<ClaimRef, 'document' | 'claim' | 'words'>;
  /** Events of it that can be set aside alone. */
  readonly events?: readonly { readonly id: string; readonly words: string }[];
}

/** Sets a claim aside, or one event of it. */
export function SetClaimAside({ claim: { document, claim, words }, events = [] }: ClaimButtonProps) {
  const options = [
    { value: '', words: SECTION_WORDS.whole },
    ...events.map((event) => ({ value: event.id, words: event.words })),
  ];
  return (
    <DecideButton
      isSmall
      words={SET_ASIDE_ACTS.claim}
      label={`“${shorten(words)}”`}
      about={<Words text={words} className="ref-words" />}
      {...(events.length === 0 ? {} : { field: { label: SECTION_WORDS.which, options } })}
      draft={(event) => ({
        verdict: 'reject',
        of: { type: 'claim', document, claim, ...(event === '' ? {} : { event }) },
        words,
      })}
    />
  );
}

/** Sets a document aside: the only one given, or one of several. */
export function SetDocumentAside({
  documents,
}: {
  readonly documents: readonly { readonly id: Hash; readonly words: string }[];
}) {
  const options = documents.map(({ id, words }) => ({ value: id as string, words }));
  const [first] = documents;
  if (first === undefined) return null;
  const isOne = documents.length === 1;
  return (
    <DecideButton
      words={isOne ? SET_ASIDE_ACTS.document : SET_ASIDE_ACTS.report}
      {...(isOne
        ? { about: <p>{first.words}</p> }
        : { field: { label: SECTION_WORDS.whichReport, options } })}
      draft={(value) => ({
        verdict: 'reject',
        of: { type: 'document', document: documents.find(({ id }) => id === value)?.id ?? first.id },
      })}
    />
  );
}

export function SetIncidentAside({ incident, title }: { readonly incident: string; readonly title: string }) {
  return (
    <DecideButton
      words={SET_ASIDE_ACTS.incident}
      about={<p dir="auto">{title}</p>}
      draft={() => ({ verdict: 'reject', of: { type: 'incident', incident } })}
    />
  );
}

/** Takes a decision back. */
export function UndoButton({ judgement }: { readonly judgement: string }) {
  const draft: Pick<Extract<Decision, { verdict: 'withdraw' }>, 'verdict' | 'value'> = {
    verdict: 'withdraw',
    value: judgement,
  };
  return <DecideButton isSmall words={UNDO_ACT} label={judgement} draft={() => draft} />;
}
