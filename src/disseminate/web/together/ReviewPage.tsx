import { getRouteApi } from '@tanstack/react-router';
import {
  REVIEW_STATES,
  REVIEW_VERDICTS,
  type ReviewRow,
  type ReviewState,
  type ReviewVerdict,
} from '../../../model/review.ts';
import { makeThingKey } from '../../../model/thing.ts';
import { useSession } from '../api/session.ts';
import { useReview, useReviews } from '../api/together.ts';
import { announce } from '../components/announce.ts';
import { useAsOf } from '../components/instant.ts';
import { OneOf } from '../components/OneOf.tsx';
import { Fetched, Page } from '../components/Page.tsx';
import { Empty } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { DecisionForm } from '../decide/DecisionForm.tsx';
import { DialogButton } from '../decide/DialogButton.tsx';
import { describeCause, describeEffect, explainCause, REVIEW } from '../words/text/together.ts';
import { Comments } from './Comments.tsx';
import { ThingLink } from './ThingLink.tsx';
import '../styles/together.css';

const reviewRoute = getRouteApi('/review');

function ReviewBody(props: {
  readonly item: string;
  readonly verdict: ReviewVerdict;
  readonly onDone: () => void;
}) {
  const { item, verdict, onDone } = props;
  const review = useReview();
  const words = REVIEW.acts[verdict];
  return (
    <DecisionForm
      submit={words.submit}
      isSending={review.isPending}
      error={review.error}
      onCancel={onDone}
      onDecide={({ by, note }) =>
        review.mutate(
          { item, verdict, by, note },
          {
            onSuccess: () => {
              announce(words.done);
              onDone();
            },
          },
        )
      }
    />
  );
}

function Acts({ row }: { readonly row: ReviewRow }) {
  const { data } = useSession();
  const asOf = useAsOf();
  if (asOf !== undefined || row.state === 'approved') return null;
  if (data?.isAccount === true && data.name === row.by) return <p className="muted">{REVIEW.isOwn}</p>;
  return (
    <div className="page-acts">
      {REVIEW_VERDICTS.map((verdict) => (
        <DialogButton
          key={verdict}
          words={REVIEW.acts[verdict]}
          operation="POST /reviews"
          label={`(${row.title}: ${describeCause(row)})`}
          about={<p>{describeCause(row)}</p>}
        >
          {(close) => <ReviewBody item={row.key} verdict={verdict} onDone={close} />}
        </DialogButton>
      ))}
    </div>
  );
}

/** The words of a thing, where the row has them. */
function nameThing(key: string, { problem, title, incident, about }: ReviewRow): string | undefined {
  if (key === makeThingKey('problem', problem)) return title;
  return incident !== undefined && key === makeThingKey('incident', incident) ? about : undefined;
}

/** What is looked at: the decision or the incident first, the problem last. */
function Things({ row }: { readonly row: ReviewRow }) {
  const things = row.touches.filter((key) => !key.startsWith('decision:') || row.cause === 'decision');
  return (
    <ul className="review-things">
      {things.map((key) => (
        <li key={key}>
          <ThingLink of={key} about={nameThing(key, row)} />
        </li>
      ))}
    </ul>
  );
}

function Row({ row }: { readonly row: ReviewRow }) {
  return (
    <li className={`review is-${row.state.replace(' ', '-')}`}>
      <header className="review-head">
        <h2>
          <bdi>{row.title}</bdi>: <span dir="auto">{describeCause(row)}</span>
        </h2>
        <p className="muted">
          <span aria-hidden="true">
            {row.state === 'waiting' ? '◷' : row.state === 'approved' ? '✓' : '↩'}
          </span>{' '}
          {REVIEW.stateOf[row.state]} · <When value={row.since} />
        </p>
      </header>
      <dl className="review-facts">
        <dt>{REVIEW.why}</dt>
        <dd>{explainCause(row)}</dd>
        <dt>{REVIEW.effect}</dt>
        <dd>{describeEffect(row)}</dd>
        {row.note !== undefined && (
          <>
            <dt>{REVIEW.reason}</dt>
            <dd dir="auto">{row.note}</dd>
          </>
        )}
      </dl>
      <Things row={row} />
      {row.reviews.length > 0 && (
        <ul className="review-said">
          {row.reviews.map(({ id, by, verdict, note, made }) => (
            <li key={id}>
              <strong dir="auto">{REVIEW.said(by, verdict)}</strong>{' '}
              <span className="muted">
                <When value={made} />
              </span>
              <p className="comment-text" dir="auto">
                {note}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Acts row={row} />
      {row.judgement !== undefined && (
        <Comments
          of={makeThingKey('decision', row.judgement)}
          within="decision:*"
          label={row.judgement}
          isSmall
        />
      )}
    </li>
  );
}

function Choice({
  state,
  counts,
}: {
  readonly state: ReviewState;
  readonly counts: Readonly<Record<ReviewState, number>>;
}) {
  const navigate = reviewRoute.useNavigate();
  return (
    <OneOf
      legend={REVIEW.which}
      names={REVIEW_STATES}
      chosen={state}
      describe={(name) => (
        <>
          {REVIEW.states[name]} <span className="muted">{counts[name]}</span>
        </>
      )}
      onChoose={(name) =>
        void navigate({
          search: (search) => ({ ...search, state: name === 'waiting' ? undefined : name }),
          replace: true,
        })
      }
    />
  );
}

/** What waits for a second pair of eyes, and what was said of it. */
export function ReviewPage() {
  const { state = 'waiting' } = reviewRoute.useSearch();
  const asOf = useAsOf();
  const query = useReviews(asOf);
  return (
    <Page title={REVIEW.title}>
      <p className="muted review-intro">{REVIEW.intro}</p>
      {asOf !== undefined && <p className="note">{REVIEW.isEarlier}</p>}
      <Fetched query={query} label={REVIEW.fetching}>
        {({ rows, counts }) => {
          const shown = rows.filter((row) => row.state === state);
          return (
            <>
              <Choice state={state} counts={counts} />
              {shown.length === 0 && (
                <Empty title={state === 'waiting' ? REVIEW.none : REVIEW.noneFits}>
                  <p>{REVIEW.noneHint}</p>
                </Empty>
              )}
              <ol className="reviews">
                {shown.map((row) => (
                  <Row key={row.key} row={row} />
                ))}
              </ol>
            </>
          );
        }}
      </Fetched>
    </Page>
  );
}
