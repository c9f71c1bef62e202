import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { Board } from '../../../model/desk.ts';
import { useBoard } from '../api/picture.ts';
import { useStatus } from '../api/queries.ts';
import { findDayNumber } from '../components/days.ts';
import { useAsOf } from '../components/instant.ts';
import { Fetched, Page } from '../components/Page.tsx';
import { Phrase } from '../components/Phrase.tsx';
import { usePageRoving } from '../components/roving.ts';
import { Empty, Loading } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { LIVE } from '../routes/search.ts';
import { BOARD } from '../words/text/board.ts';
import { useLooks } from './looks.ts';
import { ProblemRow } from './ProblemRow.tsx';

const boardRoute = getRouteApi('/');

const FOLDER = 'problems';
/** With more problems than these, rows out of sight are not drawn. */
const LONG = 30;
const EXAMPLE = 'data/problems/us-sites-iraq.yaml';

function Failures({ failures, broken }: Pick<Board, 'failures' | 'broken'>) {
  if (failures.length === 0) return null;
  return (
    <section className="failures" aria-labelledby="failures">
      <h2 id="failures">{BOARD.failures(failures.length)}</h2>
      <ul>
        {failures.map((failure) => (
          <li key={failure}>{failure}</li>
        ))}
      </ul>
      {broken.length > 0 && (
        <p>
          <Phrase
            words={BOARD.broken}
            parts={{
              files: broken.map(({ problem, file }, i) => (
                <Fragment key={problem}>
                  {i > 0 && ', '}
                  <Link
                    to="/problems/$id"
                    params={{ id: problem }}
                    search={{ asOf: LIVE, show: 'definition' }}
                  >
                    {file}
                  </Link>
                </Fragment>
              )),
            }}
          />{' '}
        </p>
      )}
    </section>
  );
}

function Rows({ board }: { readonly board: Board }) {
  const frame = usePageRoving<HTMLUListElement>('.problem-row h2 a');
  const findLook = useLooks(board);
  return (
    <>
      <Failures failures={board.failures} broken={board.broken} />
      {board.rows.length === 0 && (
        <Empty title={board.failures.length === 0 ? BOARD.none : BOARD.noneRead}>
          <p>
            <Phrase
              words={BOARD.begin}
              parts={{ folder: <code>{FOLDER}</code>, example: <code>{EXAMPLE}</code> }}
            />
          </p>
        </Empty>
      )}
      <ul className={board.rows.length > LONG ? 'board is-long' : 'board'} ref={frame}>
        {board.rows.map((row) => (
          <li key={row.problem}>
            <ProblemRow row={row} look={findLook(row.problem)} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** All problems that are watched, each at a glance. */
export function BoardPage() {
  const { asOf: chosen } = boardRoute.useSearch();
  const asOf = useAsOf();
  const status = useStatus(asOf);
  const example = status.data?.exampleAsOf;
  const isUndecided = chosen === undefined && status.isPending;
  const board = useBoard(asOf);
  // An example is looked at as of its own time, until somebody wants to see it as it stands now.
  if (chosen === undefined && findDayNumber(example) !== undefined) {
    return <Navigate to="/" search={(search) => ({ ...search, asOf: example })} replace />;
  }
  return (
    <Page
      title={BOARD.title}
      aside={
        board.data !== undefined && (
          <p className="muted">
            <Phrase
              words={BOARD.asOf}
              parts={{
                problems: BOARD.problems(board.data.rows.length),
                when: <When value={board.data.asOf} />,
              }}
            />
          </p>
        )
      }
    >
      {isUndecided ? (
        <Loading label={BOARD.fetching} lines={10} />
      ) : (
        <Fetched query={board} label={BOARD.fetching}>
          {(found) => <Rows board={found} />}
        </Fetched>
      )}
    </Page>
  );
}
