import { type RefObject, useRef } from 'react';
import { useEvidenceAddress } from '../evidence/Door.tsx';
import { useKeys } from './keys.ts';

function useRovingWhile<Frame extends HTMLElement>(selector: string, isOn: boolean): RefObject<Frame | null> {
  const frame = useRef<Frame>(null);
  const step = (by: number) => {
    const all = [...(frame.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[at < 0 && by < 0 ? all.length - 1 : Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
  };
  useKeys(isOn ? { j: () => step(1), k: () => step(-1) } : {});
  return frame;
}

/** j and k go from one of the elements of a page to the next, wherever the focus is; not while the drawer is open. */
export function usePageRoving<Frame extends HTMLElement>(selector: string): RefObject<Frame | null> {
  return useRovingWhile(selector, useEvidenceAddress() === undefined);
}

/** j and k go from one of the elements of the drawer to the next. */
export function useDrawerRoving<Frame extends HTMLElement>(selector: string): RefObject<Frame | null> {
  return useRovingWhile(selector, true);
}
