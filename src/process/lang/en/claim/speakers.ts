import { splitCell, TableError } from '../../../../text/table.ts';
import { loadTable } from '../../../data.ts';

export const SPEAKER_CLASSES = ['persons', 'office', 'document', 'crowd', 'outlet', 'agency'] as const;
export type SpeakerClass = (typeof SPEAKER_CLASSES)[number];

/** Lemma of a noun to the kind of source that it heads. */
export type SpeakerNouns = ReadonlyMap<string, SpeakerClass>;

/** Reads and checks `data/en/speakers.tsv`; a noun in two rows keeps the first. */
export function loadSpeakers(): SpeakerNouns {
  const nouns = new Map<string, SpeakerClass>();
  for (const { line, cells } of loadTable('en/speakers.tsv', ['class', 'words'])) {
    const kind = SPEAKER_CLASSES.find((name) => name === cells.class);
    if (kind === undefined)
      throw new TableError('data/en/speakers.tsv', line, `"${cells.class}" is no known class`);
    for (const word of splitCell(cells.words)) if (!nouns.has(word)) nouns.set(word, kind);
  }
  return nouns;
}
