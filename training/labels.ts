import { readFileSync } from 'node:fs';
import { EVENT_TYPES, type EventType, REALIS, type Realis } from '../src/model/event.ts';

/** What an event word of an article is, as labelled. */
export interface EventLabel {
  readonly article: string;
  /** Offsets in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Absent where the word tells no event of the codes; realis and background are then of no meaning. */
  readonly type?: EventType;
  readonly realis: Realis;
  readonly background: boolean;
}

/**
 * Reads the labelled event words, by article.
 *
 * @throws Error where a line is none, with its number
 */
export function readLabels(path: string): ReadonlyMap<string, readonly EventLabel[]> {
  const labels = new Map<string, EventLabel[]>();
  const [, ...lines] = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  for (const [i, line] of lines.entries()) {
    const [article = '', start, end, type = '', realis = '', background] = line.split('\t');
    const isType = type === '' || EVENT_TYPES.some((name) => name === type);
    const isRealis = type === '' || REALIS.some((name) => name === realis);
    if (!isType || !isRealis || ![start, end].every((offset) => Number.isInteger(Number(offset))))
      throw new Error(`${path}: row ${i + 1} is no label: ${line}`);
    const label: EventLabel = {
      article,
      start: Number(start),
      end: Number(end),
      ...(type === '' ? {} : { type: type as EventType }),
      realis: realis as Realis,
      background: background === 'true',
    };
    const known = labels.get(article);
    if (known === undefined) labels.set(article, [label]);
    else known.push(label);
  }
  return labels;
}
