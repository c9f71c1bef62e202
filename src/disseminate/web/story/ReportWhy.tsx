import type { Origin, OriginTree, ReportNode } from '../../../model/story.ts';
import { When } from '../components/When.tsx';
import { describeLag, describeOrigin, describeRole } from '../words/picture.ts';
import { STORY } from '../words/text/story.ts';
import { describeSigns, listReasons } from './why.ts';

interface Shown {
  readonly tree: OriginTree;
  readonly report?: ReportNode | undefined;
  readonly origin?: Origin | undefined;
}

function Reasons({ title, words }: { readonly title: string; readonly words: readonly string[] }) {
  return (
    <p>
      <span className="muted">{title}: </span>
      {words.length === 0 ? STORY.noSign : words.join('; ')}
    </p>
  );
}

/** Why the report or origin that is pointed at is taken for what it is. */
export function ReportWhy({ tree, report, origin }: Shown) {
  if (origin !== undefined)
    return (
      <div className="report-why">
        <p>
          <strong dir="auto">{origin.name}</strong> <span className="muted">{describeOrigin(origin)}</span>
        </p>
        <Reasons title={STORY.why} words={describeSigns(origin)} />
      </div>
    );
  if (report === undefined) return <p className="report-why muted">{STORY.hover}</p>;
  const lag = report.lag === undefined ? undefined : describeLag(report.lag);
  return (
    <div className="report-why">
      <p>
        <strong dir="auto">{report.outlet ?? STORY.outletUnknown}</strong>{' '}
        <span dir="auto">{report.title ?? STORY.noTitle}</span>{' '}
        <span className="muted">
          <When value={report.published ?? report.seen} />
          {lag !== undefined && `, ${lag}`} · {describeRole(report)}
        </span>
      </p>
      {listReasons(report, tree).map((reasons) => (
        <Reasons key={reasons.title} {...reasons} />
      ))}
    </div>
  );
}
