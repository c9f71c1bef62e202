import type { RefObject } from 'react';
import type { ReportNode } from '../../../model/story.ts';
import type { Bands } from './bands.ts';

/** What can be done to the drawing from outside of it. */
export interface GraphControl {
  readonly closer: () => void;
  readonly farther: () => void;
  readonly whole: () => void;
}

/** A drawing of a large story, whatever draws it. */
export interface GraphProps {
  readonly laid: Bands;
  readonly isNew: (report: ReportNode) => boolean;
  readonly onPoint: (report: ReportNode | undefined) => void;
  readonly onOpen: (report: ReportNode) => void;
  readonly control: RefObject<GraphControl | undefined>;
}

/**
 * Whether this browser draws with a graphics card. Where it would only be played by the processor, drawing with a pen is quicker, and
 * the answer is no.
 */
export function hasWebGl(): boolean {
  try {
    const context = document
      .createElement('canvas')
      .getContext('webgl', { failIfMajorPerformanceCaveat: true });
    if (context === null) return false;
    const names = context.getExtension('WEBGL_debug_renderer_info');
    const name = names === null ? '' : String(context.getParameter(names.UNMASKED_RENDERER_WEBGL));
    context.getExtension('WEBGL_lose_context')?.loseContext();
    // Not every browser counts a card that is played as slow.
    return !/swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
  } catch {
    // A browser may refuse to be asked.
    return false;
  }
}

/** The part of the drawing that is in sight: its middle, and pixels per unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export const WHOLE: Camera = { x: 0.5, y: 0.5, zoom: 1 };

/**
 * The camera after going closer by a factor, such that the spot under the pointer stays where it is. Spots are 0 to 1 both ways.
 *
 * @param at The pointer, 0 to 1 from the left and from the top.
 */
export function zoomAt(
  { x, y, zoom }: Camera,
  by: number,
  at: { readonly x: number; readonly y: number },
): Camera {
  const next = Math.min(Math.max(zoom * by, 0.5), 60);
  return {
    x: x + (at.x - 0.5) * (1 / zoom - 1 / next),
    y: y + (at.y - 0.5) * (1 / zoom - 1 / next),
    zoom: next,
  };
}
