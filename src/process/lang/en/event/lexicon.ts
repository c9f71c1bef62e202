import { EVENT_TYPES, type EventType, type Posture, REALIS, type Realis } from '../../../../model/event.ts';
import { splitCell, TableError, type TableRow } from '../../../../text/table.ts';
import { loadTable } from '../../../data.ts';
import { loadPostures, type PostureLexicon } from './postures.ts';

/** When an event word has a sense: the place to look, the class of word to find there, and what must hold besides. */
export interface SenseCondition {
  readonly place: string;
  readonly word: string;
  readonly and?: SenseCondition;
}

/** One sense of a word that names an event. */
export interface EventSense {
  readonly when?: SenseCondition;
  readonly type: EventType;
  /** PLOVER mode; `*` where the instrument decides. */
  readonly mode?: string;
  readonly cameo: string;
  readonly contexts: readonly string[];
  /** How its arguments are found; see the head of `data/en/events.tsv`. */
  readonly roles?: string;
  /** Of a word that names a posture and nothing else. */
  readonly posture?: Posture;
}

export interface Instrument {
  readonly words: ReadonlySet<string>;
  readonly mode: string;
  readonly cameo: string;
}

/** What a governing word does to the event below it. */
export type GovernorEffect = Realis | 'light' | 'told' | 'background';

/** Whether an effect is a realis by itself. */
export const isRealis = (effect: GovernorEffect): effect is Realis =>
  effect !== 'light' && effect !== 'told' && effect !== 'background';

/** Whether the subject of a carrying verb does what its object names, or suffers it. */
export type CarrierPart = 'doer' | 'sufferer';

export interface EventLexicon {
  /** Senses by `lemma/pos`, tried in order. */
  readonly senses: ReadonlyMap<string, readonly EventSense[]>;
  /** Where a word names no event after all ("heart attack"), by `lemma/pos`; looked at before the senses. */
  readonly idioms: ReadonlyMap<string, readonly SenseCondition[]>;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly instruments: readonly Instrument[];
  readonly targets: readonly { readonly kind: string; readonly words: ReadonlySet<string> }[];
  /** Effects by `word/pos`. */
  readonly governors: ReadonlyMap<string, GovernorEffect>;
  /** Verbs that carry an event noun, by the part that their subject plays in the event. */
  readonly carriers: ReadonlyMap<string, CarrierPart>;
  /** Words that tell of preparation and capability. */
  readonly postures: PostureLexicon;
}

const EVENT_COLUMNS = ['lemma', 'pos', 'when', 'type', 'mode', 'cameo', 'contexts', 'roles'];

/** Reads and checks the event tables of `data/`. Throws a TableError with file and line of what is not well formed. */
export function loadEvents(): EventLexicon {
  const classes = new Map(
    loadTable('en/event-classes.tsv', ['class', 'words']).map(({ cells }) => [
      cells.class!,
      new Set(splitCell(cells.words)),
    ]),
  );
  const senses = new Map<string, EventSense[]>();
  const idioms = new Map<string, SenseCondition[]>();
  for (const row of loadTable('en/events.tsv', EVENT_COLUMNS)) {
    const when = parseCondition(row, classes);
    const sense = row.cells.type === '-' ? undefined : parseSense(row, when);
    if (sense === undefined && when === undefined)
      throw new TableError('data/en/events.tsv', row.line, 'a word that is never an event');
    for (const lemma of splitCell(row.cells.lemma)) {
      const key = `${lemma}/${row.cells.pos}`;
      if (sense !== undefined) addTo(senses, key, sense);
      else addTo(idioms, key, when!);
    }
  }
  const instruments = loadTable('en/instruments.tsv', ['words', 'mode', 'cameo']).map(({ cells }) => ({
    words: new Set(splitCell(cells.words)),
    mode: cells.mode!,
    cameo: cells.cameo!,
  }));
  const targets = loadTable('en/targets.tsv', ['kind', 'words']).map(({ cells }) => ({
    kind: cells.kind!,
    words: new Set(splitCell(cells.words)),
  }));
  return {
    senses,
    idioms,
    classes,
    instruments,
    targets,
    governors: loadGovernors(),
    carriers: loadCarriers(),
    postures: loadPostures(),
  };
}

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Places whose word is no class but the very word looked for, or says nothing. */
const FREE_PLACES = new Set([
  'prep',
  'particle',
  'plural',
  'xcomp',
  'with',
  'bare',
  'actor',
  'object',
  'passive',
]);
const CLASS_PLACES = new Set('obj subj any gov near in before after sentence lacks head joined'.split(' '));

function parseCondition(
  { line, cells }: TableRow,
  classes: ReadonlyMap<string, unknown>,
): SenseCondition | undefined {
  if (cells.when === '-') return undefined;
  return cells.when!.split('&').reduceRight<SenseCondition | undefined>((and, part) => {
    const [place, word] = part.split('=');
    const isKnown = FREE_PLACES.has(place!) || (CLASS_PLACES.has(place!) && classes.has(word ?? ''));
    if (word === undefined || !isKnown)
      throw new TableError(
        'data/en/events.tsv',
        line,
        `"${part}" is no place to look, or names no class of data/en/event-classes.tsv`,
      );
    return { place: place!, word, ...(and === undefined ? {} : { and }) };
  }, undefined);
}

function parseSense({ line, cells }: TableRow, when: SenseCondition | undefined): EventSense {
  const type = EVENT_TYPES.find((name) => name === cells.type);
  if (type === undefined)
    throw new TableError('data/en/events.tsv', line, `"${cells.type}" is no PLOVER type`);
  if (!/^\d{2,4}$/.test(cells.cameo!))
    throw new TableError('data/en/events.tsv', line, `"${cells.cameo}" is no CAMEO code`);
  return {
    type,
    cameo: cells.cameo!,
    contexts: cells.contexts === '-' ? [] : splitCell(cells.contexts),
    ...(when === undefined ? {} : { when }),
    ...(cells.mode === '-' ? {} : { mode: cells.mode! }),
    ...(cells.roles === '-' ? {} : { roles: cells.roles! }),
  };
}

function loadGovernors(): Map<string, GovernorEffect> {
  const governors = new Map<string, GovernorEffect>();
  const effects: readonly string[] = [...REALIS, 'light', 'told', 'background'];
  for (const { line, cells } of loadTable('en/governors.tsv', ['pos', 'effect', 'words'])) {
    if (!effects.includes(cells.effect!))
      throw new TableError('data/en/governors.tsv', line, `"${cells.effect}" is no effect`);
    for (const word of splitCell(cells.words))
      governors.set(`${word}/${cells.pos}`, cells.effect as GovernorEffect);
  }
  return governors;
}

function loadCarriers(): Map<string, CarrierPart> {
  const carriers = new Map<string, CarrierPart>();
  for (const { line, cells } of loadTable('en/carriers.tsv', ['part', 'words'])) {
    const { part } = cells;
    if (part !== 'doer' && part !== 'sufferer')
      throw new TableError('data/en/carriers.tsv', line, `"${part}" is no part`);
    for (const word of splitCell(cells.words)) carriers.set(word, part);
  }
  return carriers;
}
