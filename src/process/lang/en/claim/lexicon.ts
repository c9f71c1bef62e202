import { CERTAINTIES, type Certainty, STANCES, type Stance } from '../../../../model/claim.ts';
import { splitCell, TableError } from '../../../../text/table.ts';
import { loadTable } from '../../../data.ts';

/** Kinds of content that a cue may take; see the head of `data/en/cues.tsv`. */
export const FRAMES = [
  'that', 'to', 'np', 'small', 'as', 'of', 'about', 'over', 'for', 'with', 'against', 'whether', 'gerund',
  'quote', 'adv', 'source', 'responsibility', 'at', 'count',
] as const; // biome-ignore format: a table
export type Frame = (typeof FRAMES)[number];

export type CuePos = 'verb' | 'noun' | 'adj' | 'adv' | 'adp';

/** One sense of a word that attributes. */
export interface CueSense {
  readonly lemma: string;
  readonly pos: CuePos;
  readonly act: string;
  readonly stance: Stance;
  /** Absent where the words of the content decide. */
  readonly certainty?: Certainty;
  readonly frames: ReadonlySet<Frame>;
}

/** Senses by `lemma/pos`, in the order in which they are tried. */
export type CueLexicon = ReadonlyMap<string, readonly CueSense[]>;

const POS: readonly string[] = ['verb', 'noun', 'adj', 'adv', 'adp'];

/** Reads and checks `data/en/cues.tsv`. Throws a TableError that names the line of a value it does not know. */
export function loadCues(): CueLexicon {
  const lexicon = new Map<string, CueSense[]>();
  for (const { line, cells } of loadTable('en/cues.tsv', [
    'lemma',
    'pos',
    'act',
    'stance',
    'certainty',
    'frames',
  ])) {
    const frames = cells.frames === '-' ? [] : splitCell(cells.frames);
    check(line, 'pos', cells.pos, POS);
    check(line, 'stance', cells.stance, STANCES);
    if (cells.certainty !== '-') check(line, 'certainty', cells.certainty, CERTAINTIES);
    for (const frame of frames) check(line, 'frame', frame, FRAMES);
    const sense: CueSense = {
      lemma: cells.lemma!,
      pos: cells.pos as CuePos,
      act: cells.act!,
      stance: cells.stance as Stance,
      ...(cells.certainty === '-' ? {} : { certainty: cells.certainty as Certainty }),
      frames: new Set(frames as Frame[]),
    };
    const key = `${sense.lemma}/${sense.pos}`;
    lexicon.set(key, [...(lexicon.get(key) ?? []), sense]);
  }
  return lexicon;
}

function check(line: number, column: string, value: string | undefined, allowed: readonly string[]): void {
  if (value === undefined || !allowed.includes(value)) {
    throw new TableError('data/en/cues.tsv', line, `"${value}" is no known ${column}`);
  }
}
