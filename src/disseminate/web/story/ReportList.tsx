import type { ReportNode } from '../../../model/story.ts';
import { findRoleSign, Sign } from '../components/Sign.tsx';
import { VirtualList } from '../components/VirtualList.tsx';
import { When } from '../components/When.tsx';
import { Door } from '../evidence/Door.tsx';
import { shortenId } from '../routes/search.ts';
import { describeRole } from '../words/picture.ts';
import { STORY } from '../words/text/story.ts';

interface ReportListProps {
  readonly story: string;
  readonly reports: readonly ReportNode[];
  readonly isNew: (report: ReportNode) => boolean;
}

/** The reports of a large story by time: what the drawing shows, for keyboards and screen readers. */
export function ReportList({ story, reports, isNew }: ReportListProps) {
  return (
    <VirtualList total={reports.length} height={66} label={STORY.reportList} selector=".report">
      {(index) => {
        const report = reports[index];
        if (report === undefined) return null;
        return (
          <Door to={{ kind: 'story', story, part: shortenId(report.document) }} className="report">
            <span className="report-sign">
              <Sign kind={findRoleSign(report.role)} isNamed />
            </span>
            <span className="report-words">
              <span className="report-facts">
                <span className="report-outlet" dir="auto">
                  {report.outlet ?? STORY.outletUnknown}
                </span>
                {isNew(report) && <span className="new-tag">{STORY.isNew}</span>}
                <span className="muted">
                  <When value={report.published ?? report.seen} />
                </span>
              </span>
              <span className="report-title" dir="auto">
                {report.title ?? STORY.noTitle}
              </span>
              <span className="muted">{describeRole(report)}</span>
            </span>
          </Door>
        );
      }}
    </VirtualList>
  );
}
