import { DESK_NAME } from '../../model/audit.ts';
import type { Hand } from '../../model/comment.ts';
import { DECISION_LIMITS } from '../../model/decision.ts';
import { DecisionError } from '../../model/errors.ts';
import type { Review, ReviewItem, ReviewRow, ReviewState, ReviewVerdict } from '../../model/review.ts';
import type { ReviewList } from '../../model/together.ts';
import { hasWord, makeText } from '../../text/plain.ts';

/** Items with what was said of them. Of what waits no longer by itself, only those that were looked at. */
export function joinReviews(items: readonly ReviewItem[], reviews: readonly Review[]): readonly ReviewRow[] {
  const known = new Set(items.map(({ key }) => key));
  const past = new Map<string, ReviewItem>();
  for (const { item, of } of reviews) if (!known.has(item)) past.set(item, of);
  return [...items, ...past.values()].map((item) => {
    const own = reviews.filter((review) => review.item === item.key);
    const last = own.at(-1)?.verdict;
    const state = last === undefined ? 'waiting' : last === 'approve' ? 'approved' : 'sent back';
    return { ...item, state, reviews: own.map(({ of: _of, ...review }) => review) };
  });
}

/** @param state Only those; all unless given. */
export function makeReviewList(rows: readonly ReviewRow[], state?: ReviewState): ReviewList {
  const counts = { waiting: 0, approved: 0, 'sent back': 0 };
  for (const row of rows) counts[row.state]++;
  return { rows: rows.filter((row) => state === undefined || row.state === state), counts };
}

/** What is to be kept; ends it where it cannot be said so. */
export function checkReview(
  {
    item,
    verdict,
    note: given,
  }: { readonly item: string; readonly verdict: ReviewVerdict; readonly note: string },
  { items, hand, now }: { readonly items: readonly ReviewItem[]; readonly hand: Hand; readonly now: string },
): Omit<Review, 'kind' | 'id'> {
  const of = items.find(({ key }) => key === item);
  if (of === undefined)
    throw new DecisionError('unknown', {
      of: item,
      problem: 'it does not wait (any more)',
      remedy: 'Load the queue again.',
    });
  if (hand.author !== DESK_NAME && of.by === hand.author)
    throw new DecisionError('foreign', {
      of: item,
      problem: `${hand.author} did it`,
      remedy: 'Somebody else has to look at it.',
    });
  const note = makeText(given);
  if (!hasWord(note) || note.length > DECISION_LIMITS.note)
    throw new DecisionError('unfit', {
      of: 'note',
      problem: hasWord(note) ? `it has ${note.length} characters` : 'no reason is given',
      remedy: `Say why, in at most ${DECISION_LIMITS.note} characters.`,
    });
  return { item, verdict, note, made: now, of, ...hand };
}
