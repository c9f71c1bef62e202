import { getRouteApi, Link } from '@tanstack/react-router';
import type { DecisionRow } from '../../../model/decision.ts';
import { makeThingKey } from '../../../model/thing.ts';
import { useDecisions } from '../api/decisions.ts';
import { useAsOf } from '../components/instant.ts';
import { MoreRows } from '../components/MoreRows.tsx';
import { OneOf } from '../components/OneOf.tsx';
import { Page } from '../components/Page.tsx';
import { Empty, Failed, Loading } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { UndoButton } from '../decide/SetAsideButtons.tsx';
import { shortenId } from '../routes/search.ts';
import { Comments } from '../together/Comments.tsx';
import { Waiting } from '../together/Waiting.tsx';
import { describeDecision, describeState, SECTION_WORDS, STATE_WORDS } from '../words/decisions.ts';

const decisionsRoute = getRouteApi('/decisions');

/** What was decided about, as a link to it. */
function About({ row: { of, about, outlet, isFound } }: { readonly row: DecisionRow }) {
  const words = about ?? ('document' in of ? shortenId(of.document) : Object.values(of).at(-1));
  const facts = outlet === undefined ? '' : ` ${outlet}`;
  if (isFound !== true) return <p className="decision-about muted">{words}</p>;
  switch (of.type) {
    case 'claim':
    case 'document':
      return (
        <p className="decision-about">
          <Link
            to="/documents/$id"
            params={{ id: shortenId(of.document) }}
            search={of.type === 'claim' ? { claim: of.claim } : {}}
          >
            {words}
          </Link>
          <span className="muted">{facts}</span>
        </p>
      );
    case 'incident':
      return (
        <p className="decision-about">
          <Link to="/incidents/$id" params={{ id: of.incident }}>
            {words}
          </Link>
        </p>
      );
    case 'actor':
      return (
        <p className="decision-about">
          <Link to="/actors/$id" params={{ id: of.actor }}>
            {words}
          </Link>
        </p>
      );
    case 'source':
      return (
        <p className="decision-about">
          <Link to="/sources/$id" params={{ id: of.source }}>
            {words}
          </Link>
        </p>
      );
    default:
      return <p className="decision-about">{words}</p>;
  }
}

function Row({ row }: { readonly row: DecisionRow }) {
  const isOver = row.withdrawnBy !== undefined;
  return (
    <li id={row.id} className={isOver ? 'decision is-over' : 'decision'}>
      <p className="decision-id muted">{row.id}</p>
      <div className="decision-words">
        <h2>
          {row.by} {describeDecision(row)}
        </h2>
        <About row={row} />
        <p className="decision-note">{row.note}</p>
        <Waiting of={makeThingKey('decision', row.id)} />
        <Comments of={makeThingKey('decision', row.id)} within="decision:*" label={row.id} isSmall />
      </div>
      <p className="decision-facts muted">
        <When value={row.made} />
        <span>{describeState(row)}</span>
        {!isOver && <UndoButton judgement={row.id} />}
      </p>
    </li>
  );
}

type State = keyof typeof STATE_WORDS;
const STATES = Object.keys(STATE_WORDS) as readonly State[];

function StateFilter({ state }: { readonly state: State }) {
  const navigate = decisionsRoute.useNavigate();
  return (
    <OneOf
      legend={SECTION_WORDS.show}
      names={STATES}
      chosen={state}
      describe={(name) => STATE_WORDS[name]}
      onChoose={(name) =>
        void navigate({
          search: (search) => ({ ...search, state: name === 'all' ? undefined : name }),
          replace: true,
        })
      }
    />
  );
}

function findEmptyTitle(state: string | undefined, asOf: string | undefined): string {
  if (state !== undefined) return SECTION_WORDS.noneFits;
  return asOf === undefined ? SECTION_WORDS.none : SECTION_WORDS.noneThen;
}

/** Who decided what, when and why, newest first; each can be taken back. */
export function DecisionsPage() {
  const { state } = decisionsRoute.useSearch();
  const asOf = useAsOf();
  const query = useDecisions({ asOf, state });
  const total = query.data?.pages[0]?.total;
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Page
      title={SECTION_WORDS.decisions}
      aside={
        <p className="muted" role="status">
          {total === undefined ? '' : SECTION_WORDS.total(total)}
        </p>
      }
    >
      <StateFilter state={state ?? 'all'} />
      {query.isPending && <Loading label={SECTION_WORDS.fetching} lines={10} />}
      {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <Empty title={findEmptyTitle(state, asOf)}>
          <p>{state === undefined ? SECTION_WORDS.noneHint : SECTION_WORDS.noneFitsHint}</p>
        </Empty>
      )}
      <ol className={query.isPlaceholderData ? 'decisions is-old' : 'decisions'}>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ol>
      <MoreRows query={query} left={total === undefined ? undefined : total - rows.length} />
    </Page>
  );
}
