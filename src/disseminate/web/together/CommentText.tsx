import { DESK_NAME } from '../../../model/audit.ts';
import type { Comment } from '../../../model/comment.ts';
import { splitCalls } from '../../../model/mention.ts';

/** What stands after `@` for those who are called. */
const toHandle = (name: string) => (name === DESK_NAME ? 'desk' : name);

/** What somebody wrote: as text and nothing else, with whom it calls made visible. */
export function CalledText({ comment }: { readonly comment: Pick<Comment, 'text' | 'mentions'> }) {
  const parts = splitCalls(comment.text, comment.mentions.map(toHandle));
  let start = 0;
  return (
    <p className="comment-text" dir="auto">
      {parts.map(({ text, handle }) => {
        const key = start;
        start += text.length;
        return handle === undefined ? (
          <span key={key}>{text}</span>
        ) : (
          <strong key={key} className="called">
            {text}
          </strong>
        );
      })}
    </p>
  );
}
