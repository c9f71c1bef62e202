import { useLocation, useRouter } from '@tanstack/react-router';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** How far each page was scrolled when it was left, by its path. */
const left = new Map<string, number>();

/** The link that had the focus when a page was left, by its path. */
const followed = new Map<string, string>();

/** Frames for which a link is waited for that comes with what is fetched. */
const PATIENCE = 60;

/** Whoever goes on by keyboard finds the focus on the link that led away; not where something else has taken it. */
function focusAgain(page: HTMLElement, href: string, tries = PATIENCE): void {
  const { activeElement } = document;
  if (activeElement !== document.body && activeElement !== page) return;
  const link = page.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`);
  if (link !== null) link.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusAgain(page, href, tries - 1));
}

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
      const link = isBack.current ? followed.get(path) : undefined;
      if (isMoved && link !== undefined) focusAgain(element, link);
    });
    const keep = () => left.set(path, element.scrollTop);
    const note = ({ target }: FocusEvent) => {
      const link = target instanceof Element ? target.closest('a[href]') : null;
      if (link !== null) followed.set(path, link.getAttribute('href') ?? '');
    };
    element.addEventListener('scroll', keep, { passive: true });
    element.addEventListener('focusin', note);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('focusin', note);
      element.removeEventListener('scroll', keep);
    };
  }, [page, path]);
}
