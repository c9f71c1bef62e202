import { lazy, Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { FRAME } from '../words/text/frame.ts';

import { loadDrawer, useEvidenceAddress } from './Door.tsx';

const Drawer = lazy(() => loadDrawer().then((module) => ({ default: module.Drawer })));

/** A door may stand in a drawing, too. */
function focusOn(door: Element | null): boolean {
  if (!(door instanceof HTMLElement || door instanceof SVGElement)) return false;
  door.focus({ preventScroll: true });
  return true;
}

/** Gives the focus back to the very door that was opened, also where several lead to the same evidence. */
function useReturn(address: string | undefined): void {
  const opener = useRef<Element>(null);
  const before = useRef<string>(undefined);
  // Before the drawer takes the focus.
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (address !== undefined && focused?.closest('#page')) opener.current = focused;
  }, [address]);
  useEffect(() => {
    const closed = before.current;
    before.current = address;
    if (closed === undefined || address !== undefined) return;
    const find = () =>
      opener.current?.isConnected === true
        ? opener.current
        : document.querySelector(`[data-door="${CSS.escape(closed)}"]`);
    if (focusOn(find())) return;
    // Coming back from the reader, the page may not be drawn yet. Whoever goes elsewhere meanwhile stays there.
    const watch = new MutationObserver(() => {
      if (document.activeElement !== document.body || focusOn(find())) watch.disconnect();
    });
    watch.observe(document.body, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [address]);
}

/** The drawer where the address asks for one. Its code comes with the first evidence. */
export function EvidenceDrawer() {
  const address = useEvidenceAddress();
  useReturn(address);
  if (address === undefined) return null;
  return (
    <Suspense fallback={<aside className="drawer" aria-label={FRAME.evidence} aria-busy="true" />}>
      <Drawer address={address} />
    </Suspense>
  );
}
