import { useNavigate } from '@tanstack/react-router';
import { Dialog } from 'radix-ui';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useBoard } from '../api/picture.ts';
import { useAsOf, useChooseInstant } from '../components/instant.ts';
import { useTheme } from '../components/theme.ts';
import { PALETTE } from '../words/text/palette.ts';
import { type Command, findCommands } from './match.ts';

/** A page that one can go to. */
interface Place {
  readonly to: string;
  readonly label: string;
}

interface PaletteProps {
  readonly places: readonly Place[];
  readonly onClose: () => void;
  readonly onHelp: () => void;
}

/** All that can be done from here, without what depends on the words typed. */
function useCommands({ places, onHelp }: PaletteProps): readonly Command[] {
  const navigate = useNavigate();
  const asOf = useAsOf();
  const choose = useChooseInstant();
  const { theme, toggle } = useTheme();
  const board = useBoard(asOf);
  const { groups } = PALETTE;
  const act = (id: string, label: string, run: () => void): Command => ({
    id,
    label,
    group: groups.act,
    run,
  });
  return [
    ...places.map(({ to, label }) => ({
      id: to,
      label,
      group: groups.page,
      run: () => void navigate({ to }),
    })),
    ...(board.data?.rows ?? []).map(({ problem, title }) => ({
      id: `problem ${problem}`,
      label: title,
      group: groups.problem,
      run: () => void navigate({ to: '/problems/$id', params: { id: problem } }),
    })),
    ...(asOf === undefined ? [] : [act('live', PALETTE.live, () => choose(undefined))]),
    act('help', PALETTE.help, onHelp),
    act('theme', theme === 'dark' ? PALETTE.light : PALETTE.dark, toggle),
    // Once the palette is gone from the page.
    act('print', PALETTE.print, () => setTimeout(() => window.print(), 100)),
  ];
}

/** Goes anywhere and does anything by a few letters of its name; what has no such name is searched for. */
export function Palette(props: PaletteProps) {
  const { onClose } = props;
  const navigate = useNavigate();
  const commands = useCommands(props);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const words = typed.trim();
  const search: Command = {
    id: 'search',
    label: PALETTE.search(words),
    group: PALETTE.groups.search,
    run: () => void navigate({ to: '/search', search: { q: words } }),
  };
  const found = [...findCommands(commands, words), ...(words === '' ? [] : [search])];
  const at = Math.min(chosen, found.length - 1);
  useEffect(() => {
    list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const press = (event: KeyboardEvent) => {
    // Keys of the page below are not meant here.
    event.stopPropagation();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setChosen((at + step + found.length) % found.length);
    else if (event.key === 'Enter') run(found[at]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <div className="dialog-back" />
        <Dialog.Content className="dialog palette" onKeyDown={press}>
          <Dialog.Title className="unseen">{PALETTE.title}</Dialog.Title>
          <Dialog.Description className="unseen">{PALETTE.hint}</Dialog.Description>
          <input
            type="text"
            role="combobox"
            aria-label={PALETTE.label}
            aria-expanded="true"
            aria-controls={id}
            aria-activedescendant={found.length === 0 ? undefined : `${id}-${at}`}
            aria-autocomplete="list"
            placeholder={PALETTE.placeholder}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setChosen(0);
            }}
          />
          <div className="palette-list" role="listbox" id={id} ref={list} aria-label={PALETTE.results}>
            {found.map((command, index) => (
              // The focus stays in the field: keys are handled there.
              // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
              // biome-ignore lint/a11y/useFocusableInteractive: the field points to it
              <div
                key={command.id}
                id={`${id}-${index}`}
                data-at={index}
                role="option"
                aria-selected={index === at}
                className="palette-row"
                onClick={() => run(command)}
              >
                <span>{command.label}</span>
                <span className="muted">{command.group}</span>
              </div>
            ))}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
