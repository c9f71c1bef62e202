import { Link } from '@tanstack/react-router';
import type { CoverageHole } from '../../../model/source-book.ts';
import { When } from '../components/When.tsx';
import { Door } from '../evidence/Door.tsx';
import { describeWanted, HOLES } from '../words/text/sources.ts';

/** Silent sources of one sign that are named. */
const SILENT = 4;

/** Signs for which too few sources are alive, and who would close the hole. */
export function CoverageHoles({ holes }: { readonly holes: readonly CoverageHole[] }) {
  if (holes.length === 0) return <p className="muted">{HOLES.none}</p>;
  return (
    <details className="picture-part source-holes">
      <summary>
        {HOLES.title}: {HOLES.count(holes.length)}
      </summary>
      <ul>
        {holes.map((hole) => (
          <li
            key={`${hole.problem} ${hole.indicator}`}
            className={hole.alive.length === 0 ? 'source-dead' : ''}
          >
            <Door to={{ kind: 'problem', problem: hole.problem, part: hole.indicator }}>{hole.title}</Door>{' '}
            <strong>{hole.alive[0] === undefined ? HOLES.unseen : HOLES.thin(hole.alive[0])}</strong>{' '}
            <Link to="/problems/$id" params={{ id: hole.problem }}>
              {hole.problemTitle}
            </Link>
            <span className="muted">
              {' '}
              {HOLES.wanted} {describeWanted(hole)}
              {hole.dead.length > 0 && <>; {HOLES.dead} </>}
              {hole.dead.slice(0, SILENT).map(({ name, lastHeard }) => (
                <span key={name}>
                  {name} (<When value={lastHeard} isDay />){' '}
                </span>
              ))}
              {hole.dead.length > SILENT && HOLES.more(hole.dead.length - SILENT)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
