import { useState } from 'react';
import { DESK_NAME } from '../../../model/audit.ts';
import type { Comment } from '../../../model/comment.ts';
import { useMay, useSession } from '../api/session.ts';
import { useRemoveComment } from '../api/together.ts';
import { announce } from '../components/announce.ts';
import { Failed } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { COMMENTS } from '../words/text/together.ts';
import { CommentForm } from './CommentForm.tsx';
import { CalledText } from './CommentText.tsx';

/** Whether one has written it; at the desk, whether it was written at the desk. */
function useIsOwn({ author }: Comment): boolean {
  const { data } = useSession();
  return data !== undefined && author === (data.isAccount ? data.name : DESK_NAME);
}

function Acts({ comment, onOpen }: { readonly comment: Comment; readonly onOpen: (form: Form) => void }) {
  const isOwn = useIsOwn(comment);
  const may = useMay('POST /comments');
  const remove = useRemoveComment();
  if (!may) return null;
  const { by } = comment;
  return (
    <>
      <p className="comment-acts">
        <button
          type="button"
          className="link decide-link"
          aria-label={COMMENTS.byOf(COMMENTS.answer, by)}
          onClick={() => onOpen('answer')}
        >
          {COMMENTS.answer}
        </button>
        {isOwn && (
          <>
            <button
              type="button"
              className="link decide-link"
              aria-label={COMMENTS.byOf(COMMENTS.edit, by)}
              onClick={() => onOpen('change')}
            >
              {COMMENTS.edit}
            </button>
            <button
              type="button"
              className="link decide-link"
              aria-label={COMMENTS.byOf(COMMENTS.remove, by)}
              disabled={remove.isPending}
              onClick={() => remove.mutate(comment, { onSuccess: () => announce(COMMENTS.isRemoved) })}
            >
              {COMMENTS.remove}
            </button>
          </>
        )}
      </p>
      {remove.error !== null && <Failed error={remove.error} />}
    </>
  );
}

type Form = 'answer' | 'change';

/** One comment, with what can be done about it. */
export function CommentLine({
  comment,
  all,
}: {
  readonly comment: Comment;
  readonly all: readonly Comment[];
}) {
  const [form, setForm] = useState<Form>();
  const { id, of, by, author, made, changed, version, answers, removedBy } = comment;
  const answered = all.find((each) => each.id === answers);
  const close = () => setForm(undefined);
  return (
    <li className={answers === undefined ? 'comment' : 'comment is-answer'} id={`comment-${id}`}>
      <p className="comment-head">
        <strong dir="auto">{by}</strong>
        {author === DESK_NAME && by !== DESK_NAME && <span className="muted">{COMMENTS.atDesk}</span>}
        {answered !== undefined && <span className="muted">{COMMENTS.answers(answered.by)}</span>}
        <span className="muted">
          <When value={made} />
          {version > 1 && removedBy === undefined && (
            <>
              , {COMMENTS.changed} <When value={changed} />
            </>
          )}
        </span>
      </p>
      {removedBy !== undefined ? (
        <p className="muted">{COMMENTS.removed(removedBy)}</p>
      ) : (
        form !== 'change' && <CalledText comment={comment} />
      )}
      {form === undefined && removedBy === undefined && <Acts comment={comment} onOpen={setForm} />}
      {form === 'answer' && <CommentForm of={of} answers={comment} onDone={close} />}
      {form === 'change' && <CommentForm of={of} changes={comment} onDone={close} />}
    </li>
  );
}
