import type { OriginTree } from '../../../model/story.ts';
import { Limited } from '../components/Limited.tsx';
import { findOriginSign, findRoleSign, Sign } from '../components/Sign.tsx';
import { describeCounts, describeOrigin, describeRole } from '../words/picture.ts';
import { COMMON } from '../words/text/common.ts';
import { EVIDENCE } from '../words/text/evidence.ts';
import { ClaimLink } from './ClaimLink.tsx';
import { groupByOrigin, type OriginGroup } from './groups.ts';

const MOST = 8;

function Group({ group }: { readonly group: OriginGroup }) {
  const { origin, said } = group;
  return (
    <section className="origin-group">
      <h4 className="origin-head">
        {origin !== undefined && <Sign kind={findOriginSign(origin)} />}
        <bdi className="origin-name">{origin?.name ?? COMMON.noOrigin}</bdi>
        {origin !== undefined && <span className="muted">{describeOrigin(origin)}</span>}
      </h4>
      <Limited items={said} first={MOST} className="refs">
        {({ claim, report }) => (
          <li key={`${claim.document} ${claim.claim}`}>
            <ClaimLink
              claim={claim}
              {...(report === undefined
                ? {}
                : { sign: findRoleSign(report.role), note: describeRole(report) })}
            />
          </li>
        )}
      </Limited>
    </section>
  );
}

interface OriginGroupsProps {
  readonly tree: OriginTree;
  /** Shows only this origin. */
  readonly only?: string;
}

/** Claims grouped by who is first-hand, each in its own words. */
export function OriginGroups({ tree, only }: OriginGroupsProps) {
  const groups = groupByOrigin(tree).filter(({ origin }) => only === undefined || origin?.id === only);
  if (groups.length === 0) return <p className="muted">{EVIDENCE.noClaim}</p>;
  return (
    <>
      {only === undefined && <p className="counts">{describeCounts(tree)}</p>}
      {groups.map((group) => (
        <Group key={group.origin?.id ?? 'none'} group={group} />
      ))}
    </>
  );
}
