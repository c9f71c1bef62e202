/** How land is drawn: by a graphics card through WebGL, or plainly, pixel by pixel. */
export const DRAWINGS = ['auto', 'card', 'plain'] as const;
export type Drawing = (typeof DRAWINGS)[number];

export const isDrawing = (value: unknown): value is Drawing => DRAWINGS.some((each) => each === value);

/** Drivers that have no card behind them: the processor would imitate one, which is slower than drawing plainly. */
const IMITATED = /swiftshader|llvmpipe|softpipe|software|basic render|mesa offscreen/i;

/**
 * What this browser can do. `none`: no WebGL at all · `imitated`: WebGL without a card · `card`.
 *
 * @example
 * findCard(); // 'imitated' in a virtual machine
 */
export function findCard(): 'card' | 'imitated' | 'none' {
  const context = document.createElement('canvas').getContext('webgl2');
  if (context === null) return 'none';
  const facts = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = context.getParameter(facts?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof name === 'string' && IMITATED.test(name) ? 'imitated' : 'card';
}
