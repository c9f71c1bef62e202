import { useLocation, useRouter } from '@tanstack/react-router';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** How far each page was scrolled when it was left, by its path. */
const left = new Map<string, number>();

/**
 * Opens a page at its top, but where one goes back at the place where it was left. The drawer and another instant
 * are the same page and move nothing.
 */
export function usePlaceKept(page: RefObject<HTMLElement | null>): void {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const router = useRouter();
  const isBack = useRef(false);
  const shown = useRef(path);
  useEffect(
    () =>
      router.history.subscribe(({ action }) => {
        isBack.current = action.type === 'BACK' || action.type === 'FORWARD' || action.type === 'GO';
      }),
    [router],
  );
  useLayoutEffect(() => {
    const element = page.current;
    if (element === null) return;
    const to = isBack.current ? (left.get(path) ?? 0) : 0;
    element.scrollTop = to;
    const isMoved = shown.current !== path;
    shown.current = path;
    // What has to be fetched or loaded first makes the page long enough only then.
    const frame = requestAnimationFrame(() => {
      if (element.scrollTop < to) element.scrollTop = to;
      // Whoever opens a page by keyboard goes on from its top, not from that of the frame.
      if (isMoved && document.activeElement === document.body) element.focus({ preventScroll: true });
    });
    const keep = () => left.set(path, element.scrollTop);
    element.addEventListener('scroll', keep, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', keep);
    };
  }, [page, path]);
}
