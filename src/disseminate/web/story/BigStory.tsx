import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { OriginTree, ReportNode } from '../../../model/story.ts';
import { Loading } from '../components/States.tsx';
import { formatEvidence } from '../evidence/address.ts';
import { shortenId } from '../routes/search.ts';
import { describeDayOf } from '../words/dates.ts';
import { STORY } from '../words/text/story.ts';
import { layInBands } from './bands.ts';
import { type GraphControl, hasWebGl } from './graph.ts';
import { ReportList } from './ReportList.tsx';
import { ReportWhy } from './ReportWhy.tsx';

const SigmaGraph = lazy(() => import('./SigmaGraph.tsx'));
const CanvasGraph = lazy(() => import('./CanvasGraph.tsx'));

interface BigStoryProps {
  readonly story: string;
  readonly tree: OriginTree;
  readonly isNew: (report: ReportNode) => boolean;
}

/**
 * A story of many reports: drawn at once, by the graphics card where there is one, with a list of the same below, of which only what
 * is in sight is made.
 */
export function BigStory({ story, tree, isNew }: BigStoryProps) {
  const laid = useMemo(() => layInBands(tree), [tree]);
  const [isWebGl] = useState(hasWebGl);
  const [pointed, setPointed] = useState<ReportNode>();
  const control = useRef<GraphControl>(undefined);
  const navigate = useNavigate();
  const open = useCallback(
    (report: ReportNode) => {
      setPointed(report);
      const evidence = formatEvidence({ kind: 'story', story, part: shortenId(report.document) });
      void navigate({
        to: '.',
        search: (search) => ({ ...search, evidence }),
        state: (before) => ({ ...before, wentIn: true }),
        resetScroll: false,
      });
    },
    [navigate, story],
  );
  const Drawn = isWebGl ? SigmaGraph : CanvasGraph;
  return (
    <>
      <div className="graph">
        <p className="muted">
          {STORY.graph(tree.reports.length)} {STORY.graphHint}
          {!isWebGl && ` ${STORY.withoutWebGl}`}
        </p>
        <div className="graph-acts">
          <button type="button" className="button" onClick={() => control.current?.closer()}>
            {STORY.closer}
          </button>
          <button type="button" className="button" onClick={() => control.current?.farther()}>
            {STORY.farther}
          </button>
          <button type="button" className="button" onClick={() => control.current?.whole()}>
            {STORY.whole}
          </button>
        </div>
        <Suspense fallback={<Loading label={STORY.fetchingGraph} lines={8} />}>
          <Drawn laid={laid} isNew={isNew} onPoint={setPointed} onOpen={open} control={control} />
        </Suspense>
        <p className="graph-axis muted">
          <span>{describeDayOf(new Date(laid.from).toISOString())}</span>
          <span>{STORY.axis}</span>
          <span>{describeDayOf(new Date(laid.to).toISOString())}</span>
        </p>
        <ReportWhy tree={tree} report={pointed} />
      </div>
      <ReportList story={story} reports={tree.reports} isNew={isNew} />
    </>
  );
}
