import { type Document, isAlias, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Source } from '../../model/source.ts';
import { DEFAULT_EVERY, FIELDS } from './fields.ts';

/*
 * Changes in the text of a list of sources. Comments and the order stay; what comes of a change is checked as any list is before it is
 * written.
 */

/** The text of a list that holds nothing yet. */
const EMPTY = '# Sources that are asked for what is new; see docs/howto/collect-feeds.md.\n\nsources:\n';

/** Adds sources at the end of the list. */
export function addSources(text: string, sources: readonly Source[]): string {
  return edit(text, (document, list) => {
    for (const source of sources) list.add(document.createNode(pickFields(source)));
  });
}

/** Has a source asked no longer, or again; undefined where the list has none of that id. */
export function pauseSource(text: string, id: string, paused: boolean): string | undefined {
  return editOne(text, id, (_list, _index, item) => {
    if (paused) item.set('paused', true);
    else item.delete('paused');
  });
}

/** Takes a source out, with the comments that stand in it; undefined where the list has none of that id. */
export function removeSource(text: string, id: string): string | undefined {
  return editOne(text, id, (list, index) => void list.items.splice(index, 1));
}

/** A list of its own: `tocsin sources export --form yaml` and the like. */
export function formatSources(sources: readonly Source[]): string {
  return addSources('', sources);
}

/** What a file says of a source: nothing that goes without saying. */
function pickFields(source: Source): Readonly<Record<string, unknown>> {
  const given = FIELDS.flatMap(({ name }) => {
    const value = source[name];
    const isUsual = value === undefined || value === false || (name === 'every' && value === DEFAULT_EVERY);
    return isUsual ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}

function editOne(
  text: string,
  id: string,
  change: (list: YAMLSeq, index: number, item: YAMLMap) => void,
): string | undefined {
  let isFound = false;
  const edited = edit(text, (document, list) => {
    const maps = list.items.map((item) => (isAlias(item) ? item.resolve(document) : item));
    const index = maps.findIndex((item) => isMap(item) && item.get('id') === id);
    const item = maps[index];
    if (!isMap(item)) return;
    isFound = true;
    change(list, index, item);
  });
  return isFound ? edited : undefined;
}

function edit(text: string, change: (document: Document, list: YAMLSeq) => void): string {
  const document = parseDocument(text.trim() === '' ? EMPTY : text);
  if (!isSeq(document.get('sources'))) document.set('sources', document.createNode([]));
  const list = document.get('sources') as YAMLSeq;
  // `sources: []` would go on in one line.
  if (list.items.length === 0) list.flow = false;
  change(document, list);
  return document.toString({ lineWidth: 0 });
}
