import { lazy, Suspense, useEffect, useState } from 'react';
import { useKeys } from './keys.ts';

const Palette = lazy(() => import('../palette/Palette.tsx').then(({ Palette }) => ({ default: Palette })));
const Help = lazy(() => import('../help/Help.tsx').then(({ Help }) => ({ default: Help })));

export type Overlay = 'palette' | 'help';

/** Which of palette and help is open. ⌘K and Ctrl+K open the palette, also from within a field; `?` the help. */
export function useOverlay() {
  const [open, setOpen] = useState<Overlay>();
  useKeys({ '?': () => setOpen('help') });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen('palette');
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return { open, setOpen };
}

interface OverlaysProps {
  readonly open: Overlay | undefined;
  readonly setOpen: (open: Overlay | undefined) => void;
  readonly places: readonly { readonly to: string; readonly label: string }[];
}

/** Palette and help; the code of each comes when it is first opened. */
export function Overlays({ open, setOpen, places }: OverlaysProps) {
  const close = () => setOpen(undefined);
  return (
    <Suspense fallback={null}>
      {open === 'palette' && <Palette places={places} onClose={close} onHelp={() => setOpen('help')} />}
      {open === 'help' && <Help onClose={close} />}
    </Suspense>
  );
}
