import { useEffect, useId, useRef, useState } from 'react';
import type { Definition, DefinitionFault } from '../../../model/definition.ts';
import { ApiError } from '../api/client.ts';
import { useCheckDefinition, usePutDefinition } from '../api/definitions.ts';
import { announce } from '../components/announce.ts';
import { Failed } from '../components/States.tsx';
import { DEFINITION } from '../words/text/definition.ts';
import { LineDiff } from './DefinitionVersions.tsx';

/** A text that was changed and not saved, and what it was made from. */
interface Draft {
  readonly text: string;
  readonly from: Pick<Definition, 'version' | 'text'>;
}

/** By problem: another view may be looked at in between, and somebody else may save another version. */
const drafts = new Map<string, Draft>();

interface TextProps {
  readonly text: string;
  readonly faults: readonly DefinitionFault[];
  /** A line to go to; another object goes there again. */
  readonly goTo?: { readonly line: number } | undefined;
  readonly onChange?: (text: string) => void;
}

/** A text with its line numbers; lines with a fault are marked. */
export function NumberedText({ text, faults, goTo, onChange }: TextProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const lines = text.split('\n');
  const faulty = new Set(faults.map(({ line }) => line));
  useEffect(() => {
    const element = area.current;
    if (element === null || goTo === undefined) return;
    const before = element.value.split('\n').slice(0, goTo.line - 1);
    const start = before.reduce((sum, line) => sum + line.length + 1, 0);
    const end = element.value.indexOf('\n', start);
    element.focus();
    element.setSelectionRange(start, end < 0 ? element.value.length : end);
    // A third down, where the lines before it are in sight, too.
    const height = element.scrollHeight / element.value.split('\n').length;
    element.scrollTop = (goTo.line - 1) * height - element.clientHeight / 3;
    element.scrollIntoView({ block: 'nearest' });
  }, [goTo]);
  return (
    <div className="definition-text">
      <div className="definition-lines" ref={gutter} aria-hidden="true">
        {lines.map((_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number
          <span key={i} className={faulty.has(i + 1) ? 'is-faulty' : undefined}>
            {i + 1}
          </span>
        ))}
      </div>
      <textarea
        ref={area}
        aria-label={DEFINITION.title}
        value={text}
        readOnly={onChange === undefined}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        onChange={(event) => onChange?.(event.currentTarget.value)}
        onScroll={(event) => {
          if (gutter.current !== null) gutter.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}

function Faults({
  faults,
  onGo,
}: {
  readonly faults: readonly DefinitionFault[];
  readonly onGo: (line: number) => void;
}) {
  return (
    <ul className="definition-faults">
      {faults.map(({ line, message }) => (
        <li key={`${line} ${message}`}>
          <button type="button" className="link" onClick={() => onGo(line)}>
            {DEFINITION.line(line)}
          </button>{' '}
          {message}
        </li>
      ))}
    </ul>
  );
}

/** The definition in use, to be changed: checked line by line, and saved where nobody else has changed it meanwhile. */
export function DefinitionEditor({ definition }: { readonly definition: Definition }) {
  const { problem, version } = definition;
  const [draft, setDraft] = useState(() => drafts.get(problem));
  const [goTo, setGoTo] = useState<{ readonly line: number }>();
  const [checked, setChecked] = useState<string>();
  const hint = useId();
  const check = useCheckDefinition(problem);
  const save = usePutDefinition(problem);
  const text = draft?.text ?? definition.text;
  const from = draft?.from ?? definition;
  const isChanged = text !== definition.text;
  const isBusy = check.isPending || save.isPending;
  const isOvertaken = draft !== undefined && from.version !== version && isChanged && !isBusy;
  const known = isChanged ? [] : definition.faults;
  const faults = checked === text ? (check.data ?? []) : known;
  const put = (next: Draft | undefined) => {
    setDraft(next);
    save.reset();
    if (next === undefined) drafts.delete(problem);
    else drafts.set(problem, next);
  };
  const change = (next: string) => put(next === definition.text ? undefined : { text: next, from });
  const look = async (): Promise<boolean> => {
    const found = await check.mutateAsync(text);
    setChecked(text);
    return found.length === 0;
  };
  const keep = async () => {
    if (!(await look())) return;
    await save.mutateAsync({ text, base: from.version });
    put(undefined);
    announce(DEFINITION.saved);
  };
  const error = check.error ?? save.error;
  return (
    <section aria-label={DEFINITION.edit}>
      <NumberedText text={text} faults={faults} goTo={goTo} onChange={change} />
      <div className="definition-buttons" aria-describedby={hint}>
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={() => void look().catch(() => undefined)}
        >
          {DEFINITION.check}
        </button>
        <button
          type="button"
          className="button button-main"
          disabled={isBusy || !isChanged || isOvertaken}
          onClick={() => void keep().catch(() => undefined)}
        >
          {DEFINITION.save}
        </button>
        {isChanged && (
          <button type="button" className="button" disabled={isBusy} onClick={() => change(definition.text)}>
            {DEFINITION.discard}
          </button>
        )}
        <p id={hint} className="muted" role="status">
          {describeState({ isBusy, isChanged, isChecked: checked === text, faults: faults.length })}
        </p>
      </div>
      {isOvertaken ? (
        <Overtaken
          definition={definition}
          draft={draft}
          onKeep={() => put({ text, from: definition })}
          onTake={() => put(undefined)}
        />
      ) : (
        error !== null && <Failed error={explain(error)} />
      )}
      <Faults faults={faults} onGo={(line) => setGoTo({ line })} />
    </section>
  );
}

/** Somebody else has saved another version meanwhile: what they changed, what is otherwise here, and how to go on. */
function Overtaken(props: {
  readonly definition: Definition;
  readonly draft: Draft;
  readonly onKeep: () => void;
  readonly onTake: () => void;
}) {
  const { definition, draft, onKeep, onTake } = props;
  return (
    <div className="definition-overtaken" role="alert">
      <p>
        <strong>{DEFINITION.conflict}</strong> {DEFINITION.overtaken}
      </p>
      <h3>{DEFINITION.theirs}</h3>
      <LineDiff old={draft.from.text} now={definition.text} describe={DEFINITION.lines} />
      <h3>{DEFINITION.mine}</h3>
      <LineDiff old={definition.text} now={draft.text} describe={DEFINITION.lines} />
      <div className="definition-buttons">
        <button type="button" className="button" onClick={onKeep}>
          {DEFINITION.keepMine}
        </button>
        <button type="button" className="button" onClick={onTake}>
          {DEFINITION.takeTheirs}
        </button>
      </div>
    </div>
  );
}

function describeState({
  isBusy,
  isChanged,
  isChecked,
  faults,
}: {
  readonly isBusy: boolean;
  readonly isChanged: boolean;
  readonly isChecked: boolean;
  readonly faults: number;
}): string {
  if (isBusy) return DEFINITION.checking;
  if (faults > 0) return DEFINITION.faults(faults);
  if (isChecked) return isChanged ? DEFINITION.soundNotSaved : DEFINITION.sound;
  return isChanged ? DEFINITION.changed : '';
}

/** Somebody else was quicker: what was typed stays, and what to do is said. */
function explain(error: Error): Error {
  if (!(error instanceof ApiError) || error.status !== 409) return error;
  return new ApiError({
    title: DEFINITION.conflict,
    detail: DEFINITION.conflictHint,
    status: error.status,
  });
}
