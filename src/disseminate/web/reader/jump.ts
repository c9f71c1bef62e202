import { type RefObject, useEffect } from 'react';

/** Milliseconds for which words that were jumped to are outlined. */
const SHOWN = 1_400;

function isInSight(element: Element, scroller: Element): boolean {
  const inner = element.getBoundingClientRect();
  const outer = scroller.getBoundingClientRect();
  return inner.top >= outer.top && inner.bottom <= outer.bottom;
}

/**
 * Whenever the target changes, brings its words into sight and outlines them for a moment. The page jumps, it does
 * not glide: nobody waits, and nobody gets dizzy.
 */
export function useJump(
  scroller: RefObject<HTMLElement | null>,
  target: { readonly selector: string | undefined; readonly key: string },
): void {
  const { selector, key } = target;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what must bring another jump
  useEffect(() => {
    const frame = scroller.current;
    if (frame === null || selector === undefined) return;
    const words = [...frame.querySelectorAll(selector)];
    const first = words[0];
    if (first === undefined) return;
    if (!isInSight(first, frame)) first.scrollIntoView({ block: 'center' });
    for (const word of words) word.classList.add('is-fresh');
    const fade = () => {
      for (const word of words) word.classList.remove('is-fresh');
    };
    const timer = setTimeout(fade, SHOWN);
    return () => {
      clearTimeout(timer);
      fade();
    };
  }, [scroller, selector, key]);
}
