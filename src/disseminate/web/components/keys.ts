import { useEffect, useRef } from 'react';

type Handler = (event: KeyboardEvent) => void;

/** Whether a key belongs to the field that has the focus. A slider knows no Escape. */
function isTyping({ target, key }: KeyboardEvent): boolean {
  if (target instanceof HTMLInputElement && target.type === 'range') return key !== 'Escape';
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/**
 * Runs a handler when its key is pressed anywhere but in a field, and without a modifier. Keys are the names of
 * `KeyboardEvent.key`: `j`, `ArrowDown`, `Escape`.
 */
export function useKeys(handlers: Readonly<Record<string, Handler>>): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const handler = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (handler === undefined) return;
      event.preventDefault();
      handler(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
