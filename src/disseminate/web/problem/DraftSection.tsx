import { useState } from 'react';
import type { BriefSection, DraftMark, DraftSentence } from '../../../model/brief.ts';
import type { ClaimRef } from '../../../model/report.ts';
import { BRIEF } from '../words/text/problem.ts';
import { listLeftOut, move } from './draft.ts';
import { OwnSentence } from './OwnSentence.tsx';

interface SectionProps {
  readonly name: BriefSection['name'];
  /** As the engine tells it; absent where it says nothing there any more. */
  readonly told: BriefSection | undefined;
  readonly sentences: readonly DraftSentence[];
  readonly marks: readonly DraftMark[];
  /** While something is being saved. */
  readonly isLocked: boolean;
  /** Whether sentences may be added: what is being typed stays while something is saved. */
  readonly isWritable: boolean;
  readonly by: string;
  /** Says whether it was saved. */
  readonly onChange: (sentences: readonly DraftSentence[]) => Promise<boolean>;
}

function Marks({ marks }: Pick<SectionProps, 'marks'>) {
  if (marks.length === 0) return null;
  return (
    <ul className="draft-marks" role="alert">
      {marks.map(({ problem }) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
}

/** Every claim that the engine cites in a section, once. */
function listClaims(told: BriefSection | undefined): readonly ClaimRef[] {
  const all = (told?.sentences ?? []).flatMap(({ claims }) => claims);
  return [...new Map(all.map((claim) => [`${claim.document}#${claim.claim}`, claim])).values()];
}

/** A section of a draft: what it tells in its order, what it leaves out, and where a sentence is added. */
export function DraftSection(props: SectionProps) {
  const { name, told, sentences, marks, isLocked, isWritable, by, onChange } = props;
  const [mended, setMended] = useState<number>();
  const claims = listClaims(told);
  const heading = told?.heading ?? name;
  return (
    <section className="draft-section" aria-label={heading}>
      <h3>{heading}</h3>
      <ol>
        {sentences.map((sentence, at) => (
          <li key={`${sentence.kind} ${sentence.text}`} className={`draft-${sentence.kind}`}>
            <p dir="auto">
              {sentence.text}{' '}
              {sentence.kind === 'own' && (
                <span className="draft-own-mark">{BRIEF.analyst(sentence.by)}</span>
              )}
            </p>
            <Marks marks={marks.filter(({ index }) => index === at)} />
            {mended === at && sentence.kind === 'own' ? (
              <OwnSentence
                label={BRIEF.mendOf(sentence.text)}
                before={sentence}
                claims={claims}
                onCancel={() => setMended(undefined)}
                onSave={async (given) => {
                  const next = sentences.map((each, i) => (i === at ? { ...sentence, ...given } : each));
                  const isSaved = await onChange(next);
                  if (isSaved) setMended(undefined);
                  return isSaved;
                }}
              />
            ) : (
              <div className="draft-buttons">
                <button
                  type="button"
                  className="link"
                  aria-label={BRIEF.up(sentence.text)}
                  disabled={isLocked || at === 0}
                  onClick={() => void onChange(move(sentences, at, -1))}
                >
                  ↑
                </button>
                <button
                  type="button"
                  className="link"
                  aria-label={BRIEF.down(sentence.text)}
                  disabled={isLocked || at === sentences.length - 1}
                  onClick={() => void onChange(move(sentences, at, 1))}
                >
                  ↓
                </button>
                {sentence.kind === 'own' && (
                  <button
                    type="button"
                    className="link"
                    aria-label={BRIEF.mendOf(sentence.text)}
                    disabled={isLocked}
                    onClick={() => setMended(at)}
                  >
                    {BRIEF.mend}
                  </button>
                )}
                <button
                  type="button"
                  className="link"
                  aria-label={BRIEF.leaveOutOf(sentence.text)}
                  disabled={isLocked}
                  onClick={() => void onChange(sentences.filter((_, i) => i !== at))}
                >
                  {BRIEF.leaveOut}
                </button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {listLeftOut(told, sentences).map((text) => (
        <p key={text} className="draft-out">
          <span className="muted" dir="auto">
            {BRIEF.leftOut(text)}
          </span>{' '}
          <button
            type="button"
            className="link"
            aria-label={BRIEF.putBackOf(text)}
            disabled={isLocked}
            onClick={() => void onChange([...sentences, { kind: 'engine', text }])}
          >
            {BRIEF.putBack}
          </button>
        </p>
      ))}
      {isWritable && (
        <details className="draft-add">
          <summary>{BRIEF.add(heading)}</summary>
          <OwnSentence
            label={BRIEF.add(heading)}
            claims={claims}
            onSave={(given) => onChange([...sentences, { kind: 'own', by, ...given }])}
          />
        </details>
      )}
    </section>
  );
}
