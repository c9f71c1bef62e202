import { useId, useState } from 'react';
import type { Comment } from '../../../model/comment.ts';
import type { ThingKey } from '../../../model/thing.ts';
import { useMay } from '../api/session.ts';
import { useAssignments, useComments } from '../api/together.ts';
import { useAsOf } from '../components/instant.ts';
import { Failed, Loading } from '../components/States.tsx';
import { COMMENTS } from '../words/text/together.ts';
import { AssignButton, Assignments } from './Assignments.tsx';
import { CommentForm } from './CommentForm.tsx';
import { CommentLine } from './CommentLine.tsx';
import '../styles/together.css';

interface CommentsProps {
  readonly of: ThingKey;
  /** Asked for at once with those of other things on the page: `claim:sha256:…#*`. */
  readonly within?: string;
  /** Tells apart panels of one page. */
  readonly label?: string;
  readonly isSmall?: boolean;
}

const NONE: readonly Comment[] = [];

/** Answers stand below what they answer, in the order in which they were written. */
function orderComments(rows: readonly Comment[]): readonly Comment[] {
  const known = new Set(rows.map(({ id }) => id));
  const rootOf = (comment: Comment): string => {
    const above = known.has(comment.answers ?? '')
      ? rows.find(({ id }) => id === comment.answers)
      : undefined;
    return above === undefined ? comment.id : rootOf(above);
  };
  const threads = new Map<string, Comment[]>();
  for (const row of rows) threads.set(rootOf(row), [...(threads.get(rootOf(row)) ?? []), row]);
  return [...threads.values()].flat();
}

/** What was written to a thing, folded to its count until it is opened. Opened, one can write, answer, and give it to somebody. */
export function Comments({ of, within, label, isSmall = false }: CommentsProps) {
  const asOf = useAsOf();
  const [isOpen, setOpen] = useState(false);
  const panel = useId();
  const comments = useComments(within ?? of, asOf);
  const may = useMay('POST /comments');
  const rows = comments.data?.rows.filter((each) => each.of === of) ?? NONE;
  const shown = rows.filter(({ removedBy }) => removedBy === undefined).length;
  if (rows.length === 0 && !may) return null;
  const words = COMMENTS.button(shown);
  return (
    <div className={isSmall ? 'comments is-small' : 'comments'}>
      <button
        type="button"
        className={isSmall ? 'link decide-link' : 'button'}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panel : undefined}
        aria-label={label === undefined ? undefined : `${words} ${COMMENTS.of(label)}`}
        onClick={() => setOpen(!isOpen)}
      >
        {words}
      </button>
      {isOpen && (
        <section id={panel} className="comments-panel" aria-label={COMMENTS.title}>
          {comments.isPending && <Loading label={COMMENTS.fetching} lines={2} />}
          {comments.isError && <Failed error={comments.error} onRetry={() => void comments.refetch()} />}
          {comments.isSuccess && (
            <Opened of={of} rows={rows} left={comments.data.total - comments.data.rows.length} />
          )}
        </section>
      )}
    </div>
  );
}

function Opened({
  of,
  rows,
  left,
}: {
  readonly of: ThingKey;
  readonly rows: readonly Comment[];
  readonly left: number;
}) {
  const asOf = useAsOf();
  const may = useMay('POST /comments');
  const assigned = useAssignments({ of }, asOf);
  return (
    <>
      {asOf !== undefined && may && <p className="dialog-stop">{COMMENTS.isEarlier}</p>}
      {left > 0 && <p className="muted">{COMMENTS.more(left)}</p>}
      {rows.length === 0 && <p className="muted">{asOf === undefined ? COMMENTS.none : COMMENTS.noneThen}</p>}
      <ol className="comment-list">
        {orderComments(rows).map((comment) => (
          <CommentLine key={comment.id} comment={comment} all={rows} />
        ))}
      </ol>
      {assigned.isError && <Failed error={assigned.error} onRetry={() => void assigned.refetch()} />}
      {assigned.data !== undefined && assigned.data.rows.length > 0 && (
        <Assignments rows={assigned.data.rows} />
      )}
      {may && <CommentForm of={of} />}
      <AssignButton of={of} />
    </>
  );
}
