import { Link } from '@tanstack/react-router';
import type { ThingKey } from '../../../model/thing.ts';
import { useReviews } from '../api/together.ts';
import { useAsOf } from '../components/instant.ts';
import { REVIEW } from '../words/text/together.ts';
import '../styles/together.css';

/** Says of a thing that something about it waits for a second person; nothing where nothing does. */
export function Waiting({ of }: { readonly of: ThingKey }) {
  const { data } = useReviews(useAsOf());
  const rows = data?.rows.filter(({ state, touches }) => state === 'waiting' && touches.includes(of)) ?? [];
  if (rows.length === 0) return null;
  return (
    <p className="waiting">
      <span aria-hidden="true">◷</span> {REVIEW.waits(rows)} <Link to="/review">{REVIEW.queue}</Link>
    </p>
  );
}
