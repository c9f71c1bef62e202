import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { Party } from '../../../model/report.ts';

/** Who takes part, each with a record as a link to it. */
export function Parties({ parties }: { readonly parties: readonly Party[] }) {
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
    </Fragment>
  ));
}
