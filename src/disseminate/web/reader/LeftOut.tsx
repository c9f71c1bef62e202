import type { Removed } from '../../../model/document.ts';
import { useRemembered } from '../components/remembered.ts';
import { LEFT_OUT } from '../words/text/reader.ts';

const isSwitch = (value: unknown): value is boolean => typeof value === 'boolean';

/** Whether what was left out is shown, as this browser remembers it. */
export function useLeftOut() {
  return useRemembered<boolean>('left-out', false, isSwitch);
}

interface LeftOutProps {
  readonly removed: readonly Removed[];
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** Beside the layers: shows what was left out, and goes there. */
export function LeftOutToggle({ removed, isOpen, onOpen }: LeftOutProps) {
  if (removed.length === 0) return null;
  const toggle = () => {
    onOpen(!isOpen);
    // It stands at the end of the text, which may be far away.
    if (!isOpen)
      requestAnimationFrame(() => document.getElementById('left-out')?.scrollIntoView({ block: 'start' }));
  };
  return (
    <button
      type="button"
      className="layer"
      aria-pressed={isOpen}
      data-state={isOpen ? 'on' : 'off'}
      onClick={toggle}
    >
      {LEFT_OUT.toggle} <span className="muted">{removed.length}</span>
    </button>
  );
}

/** What stood on the page and is not in the text: folded, but never hidden. */
export function LeftOut({ removed, isOpen, onOpen }: LeftOutProps) {
  if (removed.length === 0) return null;
  return (
    <section className="apart" aria-labelledby="left-out">
      <h2 id="left-out">
        <button
          type="button"
          className="fold"
          data-state={isOpen ? 'open' : 'closed'}
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
        >
          {LEFT_OUT.title(removed.length)}
        </button>
      </h2>
      {isOpen && (
        <>
          <p className="muted">{LEFT_OUT.hint}</p>
          <ul className="left-out">
            {removed.map(({ text, why }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: equal pieces do occur, and none ever moves
              <li key={at}>
                <span className="tag">{why}</span>
                <p dir="auto">{text}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
