import type { ReactNode } from 'react';
import { describeWhen } from '../incident/IncidentLine.tsx';
import { describeIncidentType, describeOrigins } from '../words/picture.ts';
import { LIST, MAP, TELLING_WORDS } from '../words/text/map.ts';
import { REALIS_WORDS } from '../words/vocabulary.ts';
import { isStack } from './clusters.ts';
import { countTellings, type PlacedRow, TELLINGS } from './marks.ts';
import type { Drawn } from './paint/marks.ts';

/** `3 happened, 1 denied`. */
export function describeTellings(counts: readonly number[]): string {
  return TELLINGS.flatMap((telling, at) =>
    counts[at] ? [`${counts[at]} ${TELLING_WORDS[telling]}`] : [],
  ).join(', ');
}

/** `assault, heavy weapons · occurred · 1 origin`. */
export function describeFacts({ row }: Pick<PlacedRow, 'row'>): readonly string[] {
  return [describeIncidentType(row), REALIS_WORDS[row.realis], describeOrigins(row)];
}

/** What lies under the pointer, in a few words. */
export function describeDrawn({ of }: Drawn): ReactNode {
  const rows = of.kind === 'wide' ? of.place.rows : of.cluster.rows;
  const [only] = rows;
  if (of.kind === 'cluster' && only !== undefined && rows.length === 1)
    return (
      <>
        <strong dir="auto">{only.row.title}</strong>
        <span>{describeWhen(only.row)}</span>
        <span>{describeFacts(only).join(' · ')}</span>
      </>
    );
  const isApart = of.kind === 'cluster' && !isStack(of.cluster);
  return (
    <>
      <strong>{of.kind === 'wide' ? MAP.somewhere(of.place.name) : MAP.several(rows.length)}</strong>
      <span>{describeTellings(countTellings(rows))}</span>
      {isApart ? <span>{MAP.opens}</span> : <span dir="auto">{listTitles(rows)}</span>}
    </>
  );
}

function listTitles(rows: readonly PlacedRow[]): string {
  const titles = rows.slice(0, 3).map(({ row }) => row.title);
  return rows.length > 3 ? `${titles.join(' · ')} · ${LIST.more(rows.length - 3)}` : titles.join(' · ');
}
