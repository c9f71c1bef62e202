import { QUEUE } from '../../words/text/reader.ts';
import { useIsRead } from './marks.ts';

/** A dot before what was not marked as read, with its word for those who do not see it. */
export function UnreadMark({ document }: { readonly document: string }) {
  if (useIsRead(document)) return null;
  return (
    <span className="unread" title={QUEUE.unread}>
      <span className="unseen">{QUEUE.unread}: </span>
    </span>
  );
}
