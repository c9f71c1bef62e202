import { Fragment, useMemo, useState } from 'react';
import {
  type ChangePart,
  countChanges,
  cutIntoWords,
  diffTexts,
  foldChanges,
  type ParagraphChange,
  type TextRun,
} from '../../diff/texts.ts';
import { VERSIONS } from '../../words/text/reader.ts';

/** Characters of unchanged words that stay around a change within a paragraph. */
const AROUND = 240;
/** Parts that are drawn before somebody asks for more. */
const FIRST_PARTS = 200;

/** A stretch of one sign. What it means is in its form and, for screen readers, in words. */
function Changed({ sign, text }: { readonly sign: '-' | '+'; readonly text: string }) {
  const words = (
    <>
      <span className="unseen">{sign === '-' ? VERSIONS.gone : VERSIONS.added} </span>
      <span className="change-sign" aria-hidden="true">
        {sign === '-' ? '−' : '+'}
      </span>
      <bdi>{text}</bdi>
    </>
  );
  return sign === '-' ? (
    <del className="change-gone">{words}</del>
  ) : (
    <ins className="change-new">{words}</ins>
  );
}

/** Words that stayed: of very many only those next to a change. */
function Stayed({
  text,
  isFirst,
  isLast,
}: {
  readonly text: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}) {
  if (text.length <= 3 * AROUND) return text;
  const before = isFirst ? '' : text.slice(0, AROUND);
  const after = isLast ? '' : text.slice(-AROUND);
  const passed = cutIntoWords(text.slice(before.length, text.length - after.length)).filter((word) =>
    /\S/.test(word),
  );
  return (
    <>
      {before} <span className="change-passed">{VERSIONS.passedWords(passed.length)}</span> {after}
    </>
  );
}

export function Runs({ runs }: { readonly runs: readonly TextRun[] }) {
  return runs.map(({ sign, text }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place, and none ever moves
    <Fragment key={at}>
      {sign === ' ' ? (
        <Stayed text={text} isFirst={at === 0 && runs.length > 1} isLast={at > 0 && at === runs.length - 1} />
      ) : (
        <Changed sign={sign} text={text} />
      )}
    </Fragment>
  ));
}

/** A paragraph as stretches, whatever became of it. */
export function listRuns(change: ParagraphChange): readonly TextRun[] {
  if (change.kind === 'changed') return change.runs;
  return [{ sign: change.kind === 'same' ? ' ' : change.kind === 'gone' ? '-' : '+', text: change.text }];
}

function Paragraph({ change }: { readonly change: ParagraphChange }) {
  return (
    <p dir="auto" className={`change-paragraph is-${change.kind}`}>
      <Runs runs={listRuns(change)} />
    </p>
  );
}

/** Paragraphs that are alike: folded, and shown when asked for. */
function Passed({ part }: { readonly part: ChangePart }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="fold change-fold"
        data-state={isOpen ? 'open' : 'closed'}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {VERSIONS.passed(part.changes.length)}
      </button>
      {isOpen &&
        part.changes.map((change, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
          <Paragraph key={part.from + at} change={change} />
        ))}
    </>
  );
}

interface TextChangesProps {
  readonly before: string;
  readonly after: string;
  /** Whether it is said what the marks mean. */
  readonly hasKey?: boolean;
}

/** Two texts put side by side: what went, what came, and what stayed folded. */
export function TextChanges({ before, after, hasKey = true }: TextChangesProps) {
  const changes = useMemo(() => diffTexts(before, after), [before, after]);
  const { gone, added } = useMemo(() => countChanges(changes), [changes]);
  const [most, setMost] = useState(FIRST_PARTS);
  // Long stretches of changed paragraphs are drawn piece by piece.
  const parts = useMemo(
    () =>
      foldChanges(changes).flatMap((part): readonly ChangePart[] =>
        part.kind === 'passed'
          ? [part]
          : part.changes.map((change, at) => ({ kind: 'told', from: part.from + at, changes: [change] })),
      ),
    [changes],
  );
  if (changes.every(({ kind }) => kind === 'same')) return <p className="muted">{VERSIONS.textSame}</p>;
  return (
    <>
      <p className="muted">
        {VERSIONS.words(gone, added)}
        {hasKey && `. ${VERSIONS.key}`}
      </p>
      <div className="changes article">
        {parts
          .slice(0, most)
          .map((part) =>
            part.kind === 'passed' ? (
              <Passed key={part.from} part={part} />
            ) : (
              part.changes.map((change) => <Paragraph key={part.from} change={change} />)
            ),
          )}
      </div>
      {parts.length > most && (
        <button type="button" className="button" onClick={() => setMost(most + FIRST_PARTS)}>
          {VERSIONS.more(parts.length - most)}
        </button>
      )}
    </>
  );
}
