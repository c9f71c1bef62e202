/** Something that the palette can do. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly run: () => void;
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** How well words fit a label, the less the better: its beginning, the beginnings of its words, anywhere; undefined where one is missing. */
function rate(label: string, words: readonly string[]): number | undefined {
  const folded = fold(label);
  let sum = 0;
  for (const word of words) {
    const at = folded.indexOf(word);
    if (at < 0) return undefined;
    const isBeginning = at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? '');
    sum += at === 0 ? 0 : isBeginning ? 1 : 2;
  }
  return sum;
}

/**
 * Commands whose label holds all words, the best first; all of them where nothing was typed.
 *
 * @example
 * findCommands(commands, 'inc'); // Incidents, then "A convoy in Cairo"
 */
export function findCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return commands
    .flatMap((command) => {
      const rank = rate(command.label, words);
      return rank === undefined ? [] : [{ command, rank }];
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ command }) => command);
}
