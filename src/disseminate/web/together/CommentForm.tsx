import { type FormEvent, useState } from 'react';
import type { Comment } from '../../../model/comment.ts';
import type { ThingKey } from '../../../model/thing.ts';
import { useWriteComment } from '../api/together.ts';
import { announce } from '../components/announce.ts';
import { Failed } from '../components/States.tsx';
import { Field, PersonField, takeText, usePersonName } from '../decide/fields.tsx';
import { FORM_WORDS } from '../words/decisions.ts';
import { COMMENTS } from '../words/text/together.ts';
import { CalledText } from './CommentText.tsx';
import { MentionBox } from './MentionBox.tsx';

interface CommentFormProps {
  readonly of: ThingKey;
  readonly answers?: Comment | undefined;
  /** The comment that is changed, as it stands now. */
  readonly changes?: Comment | undefined;
  readonly onDone?: (() => void) | undefined;
}

function findLabel({ answers, changes }: CommentFormProps): string {
  if (changes !== undefined) return COMMENTS.change;
  return answers === undefined ? COMMENTS.text : COMMENTS.answerTo(answers.by);
}

/** Writes, answers or changes a comment. Whoever was overtaken keeps their words and sees what stands now. */
export function CommentForm(props: CommentFormProps) {
  const { of, answers, changes, onDone } = props;
  const [text, setText] = useState(changes?.text ?? '');
  const [name, rememberName] = usePersonName();
  const write = useWriteComment();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const by = takeText(new FormData(event.currentTarget), 'by');
    rememberName(by);
    const more = {
      ...(answers === undefined ? {} : { answers: answers.id }),
      ...(changes === undefined ? {} : { changes }),
    };
    write.mutate(
      { of, text, by, ...more },
      {
        onSuccess: () => {
          setText('');
          announce(COMMENTS.written);
          onDone?.();
        },
      },
    );
  };
  return (
    <form className="decision-form comment-form" onSubmit={submit}>
      <Field label={findLabel(props)} hint={COMMENTS.textHint}>
        {(id, hint) => <MentionBox id={id} hint={hint} value={text} onChange={setText} />}
      </Field>
      <PersonField hint={FORM_WORDS.byHint} name={name} />
      {write.error !== null && <Failed error={write.error} />}
      {write.error !== null && changes !== undefined && (
        <div className="comment-stands">
          <p className="muted">{COMMENTS.stands}</p>
          <CalledText comment={changes} />
        </div>
      )}
      <div className="popover-actions">
        <button type="submit" className="button button-main" disabled={write.isPending}>
          {write.isPending ? COMMENTS.sending : changes === undefined ? COMMENTS.send : COMMENTS.save}
        </button>
        {onDone !== undefined && (
          <button type="button" className="button" onClick={onDone}>
            {COMMENTS.cancel}
          </button>
        )}
      </div>
    </form>
  );
}
