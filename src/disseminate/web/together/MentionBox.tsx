import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { COMMENT_LENGTH } from '../../../model/comment.ts';
import type { Person } from '../../../model/together.ts';
import { usePeople } from '../api/together.ts';
import { COMMENTS } from '../words/text/together.ts';

/** Names that are offered at once. */
const OFFERED = 6;
const NO_ONE: readonly Person[] = [];

/** What is being typed after an `@`, up to the caret. */
function findTyped(text: string, caret: number): string | undefined {
  return /(?:^|[^\p{L}\p{N}_.@-])@([A-Za-z0-9._-]{0,32})$/u.exec(text.slice(0, caret))?.[1]?.toLowerCase();
}

function findOffered(people: readonly Person[], typed: string): readonly Person[] {
  const fits = ({ handle, displayName }: Person) =>
    handle.startsWith(typed) ||
    displayName
      .toLowerCase()
      .split(' ')
      .some((word) => word.startsWith(typed));
  return people.filter(fits).slice(0, OFFERED);
}

interface MentionBoxProps {
  readonly id: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field for text in which `@` offers the names of those who can be called: arrows choose, Enter or Tab takes, Escape closes. */
export function MentionBox({ id, hint, value, onChange }: MentionBoxProps) {
  const [typed, setTyped] = useState<string>();
  const [at, setAt] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const { data } = usePeople(true);
  const offered = typed === undefined ? NO_ONE : findOffered(data?.rows ?? NO_ONE, typed);
  const isOpen = offered.length > 0;
  const chosen = Math.min(at, offered.length - 1);

  const look = () => {
    const { current } = field;
    const next = current === null ? undefined : findTyped(current.value, current.selectionStart);
    if (next !== typed) setAt(0);
    setTyped(next);
  };
  const take = ({ handle }: Person) => {
    const { current } = field;
    if (current === null || typed === undefined) return;
    const caret = current.selectionStart;
    const before = value.slice(0, caret - typed.length) + handle;
    const after = value.slice(caret);
    onChange(`${before} ${after.trimStart()}`);
    setTyped(undefined);
    requestAnimationFrame(() => {
      current.focus();
      current.setSelectionRange(before.length + 1, before.length + 1);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      field.current?.form?.requestSubmit();
      return;
    }
    if (!isOpen) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((chosen + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(offered[chosen]!);
    else if (event.key === 'Escape') setTyped(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="mention-box">
      <textarea
        id={id}
        ref={field}
        name="text"
        rows={3}
        required
        dir="auto"
        maxLength={COMMENT_LENGTH}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          look();
        }}
        onSelect={look}
        onBlur={() => setTyped(undefined)}
        onKeyDown={onKeyDown}
        aria-describedby={hint}
        aria-autocomplete="list"
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen ? `${list}-${chosen}` : undefined}
      />
      {isOpen && (
        <div id={list} className="mention-list" role="listbox" aria-label={COMMENTS.people}>
          {offered.map((person, index) => (
            <div
              key={person.name}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className="mention-option"
              // Before the field loses the focus.
              onPointerDown={(event) => {
                event.preventDefault();
                take(person);
              }}
            >
              {`@${person.handle} `}
              <span className="muted">{person.displayName}</span>
            </div>
          ))}
        </div>
      )}
      <p className="unseen" role="status">
        {COMMENTS.found(offered.length)}
      </p>
    </div>
  );
}
