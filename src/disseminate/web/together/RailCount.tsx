import { useInbox } from '../api/together.ts';
import { INBOX } from '../words/text/together.ts';

/** How much is new for whoever looks, beside the way to it; nothing where nothing is. */
export function RailCount() {
  const unread = useInbox(undefined).data?.unread ?? 0;
  if (unread === 0) return null;
  return (
    <span className="rail-count">
      <span aria-hidden="true">{unread}</span>
      <span className="unseen">{INBOX.unread(unread)}</span>
    </span>
  );
}
