import Graph from 'graphology';
import { useEffect, useRef } from 'react';
import Sigma from 'sigma';
import { useTheme } from '../components/theme.ts';
import { readColours } from './colours.ts';
import type { GraphProps } from './graph.ts';
import { SIGN_PROGRAMS } from './sign-programs.ts';

/** Breadth of the drawing in units of its height. */
const BREADTH = 2.2;

function makeGraph({
  laid,
  isNew,
  colours,
}: Pick<GraphProps, 'laid' | 'isNew'> & { readonly colours: ReturnType<typeof readColours> }) {
  const graph = new Graph({ type: 'directed', allowSelfLoops: false });
  for (const [at, { report, kind, x, lane }] of laid.spots.entries()) {
    graph.addNode(at, {
      x: x * BREADTH,
      y: -lane / laid.lanes,
      size: kind === 'echo' ? 4 : 6,
      type: kind,
      color: isNew(report) ? colours.accent : colours.signs[kind],
      label: report.outlet ?? '',
    });
  }
  for (const [at, { from }] of laid.spots.entries())
    if (from !== undefined && from !== at) graph.addEdge(from, at);
  return graph;
}

/** A large story drawn by the graphics card. Positions come from time and lane: nothing is laid out here. */
export default function SigmaGraph({ laid, isNew, onPoint, onOpen, control }: GraphProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { theme } = useTheme();
  const handlers = useRef({ onPoint, onOpen, isNew });
  useEffect(() => {
    handlers.current = { onPoint, onOpen, isNew };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew where the reports or the theme are others
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const colours = readColours(element);
    const sigma = new Sigma(makeGraph({ laid, isNew: handlers.current.isNew, colours }), element, {
      nodeProgramClasses: SIGN_PROGRAMS,
      defaultNodeType: 'echo',
      defaultEdgeColor: `${colours.line}66`,
      labelColor: { color: colours.text },
      labelSize: 12,
      labelRenderedSizeThreshold: 10,
      hideLabelsOnMove: true,
      minEdgeThickness: 0.6,
      minCameraRatio: 0.02,
      maxCameraRatio: 2,
      zIndex: false,
      allowInvalidContainer: true,
      // What is pointed at is told below the drawing.
      defaultDrawNodeHover: (context, { x, y, size }) => {
        context.beginPath();
        context.arc(x, y, size + 4, 0, 2 * Math.PI);
        context.strokeStyle = colours.accent;
        context.lineWidth = 2;
        context.stroke();
      },
    });
    const find = (node: string) => laid.spots[Number(node)]?.report;
    sigma.on('enterNode', ({ node }) => handlers.current.onPoint(find(node)));
    sigma.on('clickNode', ({ node }) => {
      const report = find(node);
      if (report !== undefined) handlers.current.onOpen(report);
    });
    const camera = sigma.getCamera();
    control.current = {
      closer: () => void camera.animatedZoom({ duration: 120 }),
      farther: () => void camera.animatedUnzoom({ duration: 120 }),
      whole: () => void camera.animatedReset({ duration: 120 }),
    };
    return () => {
      control.current = undefined;
      sigma.kill();
    };
  }, [laid, theme]);
  return <div className="graph-stage" ref={frame} data-drawn="webgl" />;
}
