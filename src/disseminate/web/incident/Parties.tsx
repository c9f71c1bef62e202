import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { Party } from '../../../model/report.ts';
import { FACTS } from '../words/text/figures.ts';

interface PartiesProps {
  readonly parties: readonly Party[];
  /** By name: by whom it is blamed, where nobody says of his own knowledge that it had a part. */
  readonly blamedBy?: ReadonlyMap<string, readonly string[]>;
}

/** Who takes part, each with a record as a link to it. */
export function Parties({ parties, blamedBy }: PartiesProps) {
  return parties.map(({ name, record }, at) => (
    <Fragment key={`${record ?? ''} ${name}`}>
      {at > 0 && ', '}
      {record === undefined ? (
        name
      ) : (
        <Link to="/actors/$id" params={{ id: record }} className="door">
          {name}
        </Link>
      )}
      {blamedBy?.has(name) === true && <span className="muted"> {FACTS.blamedBy(blamedBy.get(name)!)}</span>}
    </Fragment>
  ));
}
