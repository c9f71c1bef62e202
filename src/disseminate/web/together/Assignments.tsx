import type { FormEvent } from 'react';
import { ASSIGNMENT_NOTE_LENGTH, type Assignment } from '../../../model/comment.ts';
import type { ThingKey } from '../../../model/thing.ts';
import type { About } from '../../../model/together.ts';
import { useMay } from '../api/session.ts';
import { useAssign, useChangeAssignment, usePeople } from '../api/together.ts';
import { announce } from '../components/announce.ts';
import { Failed } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { DialogButton } from '../decide/DialogButton.tsx';
import { Field, FormButtons, PersonField, takeText, usePersonName } from '../decide/fields.tsx';
import { FORM_WORDS } from '../words/decisions.ts';
import { ASSIGN, STATE_WORDS } from '../words/text/together.ts';
import { ThingLink } from './ThingLink.tsx';

interface Filled {
  readonly to: string;
  readonly due?: string;
  readonly note?: string;
  readonly by: string;
}

/** Who, by when, and what. */
function AssignForm(props: {
  readonly submit: string;
  readonly given?: Assignment;
  readonly isSending: boolean;
  readonly error: Error | null;
  readonly onFilled: (filled: Filled) => void;
  readonly onCancel: () => void;
}) {
  const { given, error } = props;
  const { data } = usePeople(true);
  const [name, rememberName] = usePersonName();
  const people = data?.rows ?? [];
  const isGone = given !== undefined && !people.some((person) => person.name === given.to);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [due, note, by] = ['due', 'note', 'by'].map((field) => takeText(form, field)) as [
      string,
      string,
      string,
    ];
    rememberName(by);
    const filled = { ...(due === '' ? {} : { due }), ...(note === '' ? {} : { note }) };
    props.onFilled({ to: takeText(form, 'to'), by, ...filled });
  };
  return (
    <form className="decision-form" onSubmit={send}>
      <Field label={ASSIGN.to}>
        {(id) => (
          <select id={id} name="to" key={people.length} defaultValue={given?.to} required>
            {isGone && <option value={given.to}>{given.to}</option>}
            {people.map((person) => (
              <option key={person.name} value={person.name}>
                {person.displayName}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={ASSIGN.due} hint={ASSIGN.dueHint}>
        {(id, hint) => (
          <input id={id} name="due" type="date" defaultValue={given?.due} aria-describedby={hint} />
        )}
      </Field>
      <Field label={ASSIGN.note} hint={ASSIGN.noteHint}>
        {(id, hint) => (
          <textarea
            id={id}
            name="note"
            rows={2}
            dir="auto"
            maxLength={ASSIGNMENT_NOTE_LENGTH}
            defaultValue={given?.note}
            aria-describedby={hint}
          />
        )}
      </Field>
      <PersonField hint={FORM_WORDS.byHint} name={name} />
      {error !== null && <Failed error={error} />}
      <FormButtons
        submit={props.submit}
        sending={ASSIGN.sending}
        isSending={props.isSending}
        onCancel={props.onCancel}
      />
    </form>
  );
}

function AssignBody({ of, onDone }: { readonly of: ThingKey; readonly onDone: () => void }) {
  const assign = useAssign();
  return (
    <AssignForm
      submit={ASSIGN.assign.submit}
      isSending={assign.isPending}
      error={assign.error}
      onCancel={onDone}
      onFilled={(filled) =>
        assign.mutate(
          { of, ...filled },
          {
            onSuccess: () => {
              announce(ASSIGN.assign.done);
              onDone();
            },
          },
        )
      }
    />
  );
}

/** Gives a thing to somebody. */
export function AssignButton({ of, label }: { readonly of: ThingKey; readonly label?: string | undefined }) {
  return (
    <DialogButton words={ASSIGN.assign} operation="POST /assignments" label={label} isSmall isTimeless>
      {(close) => <AssignBody of={of} onDone={close} />}
    </DialogButton>
  );
}

function ChangeBody({ given, onDone }: { readonly given: Assignment; readonly onDone: () => void }) {
  const change = useChangeAssignment();
  return (
    <AssignForm
      submit={ASSIGN.change.submit}
      given={given}
      isSending={change.isPending}
      error={change.error}
      onCancel={onDone}
      onFilled={(filled) =>
        change.mutate(
          { id: given.id, base: given.version, state: given.state, ...filled },
          {
            onSuccess: () => {
              announce(ASSIGN.change.done);
              onDone();
            },
          },
        )
      }
    />
  );
}

/** Says that it is done, or open again. */
function StateButton({ given }: { readonly given: Assignment }) {
  const change = useChangeAssignment();
  const [name] = usePersonName();
  const { id, version: base, to, due, note, state, by } = given;
  const isOpen = state === 'open';
  const words = isOpen ? ASSIGN.done : ASSIGN.again;
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={change.isPending}
        aria-label={ASSIGN.ofThing(words, to)}
        onClick={() =>
          change.mutate(
            {
              ...{ id, base, to, state: isOpen ? 'done' : 'open' },
              // At the desk somebody has to be named: whoever this browser remembers, else whoever gave it.
              by: name === '' ? by : name,
              ...(due === undefined ? {} : { due }),
              ...(note === undefined ? {} : { note }),
            },
            { onSuccess: () => announce(isOpen ? ASSIGN.isDone : ASSIGN.isOpen) },
          )
        }
      >
        {words}
      </button>
      {change.error !== null && <Failed error={change.error} />}
    </>
  );
}

function isOverdue({ state, due }: Assignment): boolean {
  return state === 'open' && due !== undefined && due < new Date().toISOString().slice(0, 10);
}

interface AssignmentsProps {
  readonly rows: readonly About<Assignment>[];
  /** Whether it is told what each is about: not where all are about the same. */
  readonly isNamed?: boolean;
}

/** Who is to see to what. */
export function Assignments({ rows, isNamed = false }: AssignmentsProps) {
  const may = useMay('POST /assignments');
  return (
    <ul className="assignments">
      {rows.map((row) => (
        <li key={row.id} className={`assignment is-${row.state}`}>
          <div className="assignment-words">
            {isNamed && (
              <p className="assignment-about">
                <ThingLink of={row.of} about={row.about} />
              </p>
            )}
            {row.note !== undefined && (
              <p className="comment-text" dir="auto">
                {row.note}
              </p>
            )}
            <p className="muted">
              <strong>{ASSIGN.given(row.to)}</strong> {ASSIGN.by(row.by)}
              {row.due !== undefined && (
                <>
                  , {ASSIGN.dueOn} <When value={row.due} isDay />
                </>
              )}
              {isOverdue(row) && <span className="tag assignment-late">{ASSIGN.overdue}</span>}
              {row.last !== undefined && `, ${ASSIGN.last(row.last.by)}`}
            </p>
          </div>
          <p className="assignment-state">
            <span aria-hidden="true">{row.state === 'done' ? '✓' : '○'}</span> {STATE_WORDS[row.state]}
          </p>
          {may && (
            <div className="assignment-acts">
              <StateButton given={row} />
              <DialogButton words={ASSIGN.change} operation="POST /assignments" isSmall isTimeless>
                {(close) => <ChangeBody given={row} onDone={close} />}
              </DialogButton>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
