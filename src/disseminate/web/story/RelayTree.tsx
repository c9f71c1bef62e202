import type { OriginTree, ReportNode } from '../../../model/story.ts';
import { findOriginSign, findRoleSign, Sign } from '../components/Sign.tsx';
import { When } from '../components/When.tsx';
import { Door } from '../evidence/Door.tsx';
import { shortenId } from '../routes/search.ts';
import { describeLag, describeOrigin, describeRole } from '../words/picture.ts';
import { COMMON } from '../words/text/common.ts';
import { TREE_KEY } from '../words/text/signs.ts';
import { STORY } from '../words/text/story.ts';

import { type Branch, growTree, type Root } from './tree.ts';

/** Share of wording in common from which it is worth a word beside the credit. */
const NOTABLE = 0.1;

/** How a report repeats, beside whom: by how much of its wording. */
function describeWording({ relays }: ReportNode): string | undefined {
  const shares = relays.flatMap(({ share, name }) =>
    share === undefined || share < NOTABLE ? [] : [STORY.wording(Math.round(share * 100), name)],
  );
  return shares.length === 0 ? undefined : shares.slice(0, 2).join(', ');
}

function Report({ story, branch }: { readonly story: string; readonly branch: Branch }) {
  const { report, isAgain, branches } = branch;
  const wording = describeWording(report);
  const lag = report.lag === undefined ? undefined : describeLag(report.lag);
  return (
    <li className={`branch branch-${report.role}`}>
      <Door to={{ kind: 'story', story, part: shortenId(report.document) }} className="report">
        <span className="report-sign">
          <Sign kind={findRoleSign(report.role)} isNamed />
        </span>
        <span className="report-words">
          <span className="report-facts">
            <span className="report-outlet">{report.outlet ?? COMMON.outletUnknown}</span>
            <span className="muted">
              <When value={report.published ?? report.seen} />
              {lag !== undefined && ` · ${lag}`}
            </span>
          </span>
          {isAgain ? (
            <span className="muted">{STORY.again}</span>
          ) : (
            <>
              <span className="report-title">{report.title ?? COMMON.noTitle}</span>
              <span className="muted">{describeRole(report)}</span>
              {wording !== undefined && <span className="muted">{wording}</span>}
            </>
          )}
        </span>
      </Door>
      {branches.length > 0 && (
        <ul className="branches">
          {branches.map((each) => (
            <Report key={each.report.document} story={story} branch={each} />
          ))}
        </ul>
      )}
    </li>
  );
}

function OriginRoot({ story, root }: { readonly story: string; readonly root: Root }) {
  const { origin, branches, size } = root;
  const reports = STORY.reportCount(size);
  return (
    <li className="root">
      {origin === undefined ? (
        <p className="root-head">
          <span className="root-name">{COMMON.noOrigin}</span>
          <span className="muted">{reports}</span>
        </p>
      ) : (
        <Door to={{ kind: 'story', story, part: origin.id }} className="root-head">
          <Sign kind={findOriginSign(origin)} isNamed />
          <span className="root-name">{origin.name}</span>
          <span className="muted">
            {describeOrigin(origin)} · {reports}
          </span>
        </Door>
      )}
      <ul className="branches">
        {branches.map((branch) => (
          <Report key={branch.report.document} story={story} branch={branch} />
        ))}
      </ul>
    </li>
  );
}

/** Who is first-hand, at the roots, and who repeats whom below. Each line is a door to its words. */
export function RelayTree({ story, tree }: { readonly story: string; readonly tree: OriginTree }) {
  return (
    <ul className="relay-tree" aria-label={STORY.relayTree}>
      {growTree(tree).map((root) => (
        <OriginRoot key={root.origin?.id ?? 'none'} story={story} root={root} />
      ))}
    </ul>
  );
}

const KEY = [
  'origin',
  'possible',
  'echo',
  'echoWithDetail',
  'ownConfirmation',
  'ownDenial',
  'notConfirmed',
] as const;

/** What the signs of the tree mean. */
export function TreeKey() {
  return (
    <ul className="tree-key" aria-label={TREE_KEY.label}>
      {KEY.map((kind) => (
        <li key={kind}>
          <Sign kind={kind} />
          {TREE_KEY.signs[kind]}
        </li>
      ))}
    </ul>
  );
}
