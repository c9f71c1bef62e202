import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { DefinitionEdit } from '../../model/definition.ts';
import type { Strength } from '../../model/problem.ts';

/** Why a change cannot be made in a text. */
export class EditError extends Error {
  override readonly name = 'EditError';
}

/**
 * Makes changes in the text of a problem file. Only what changes is written anew: comments, order and layout stay as they are. What
 * comes of them is checked as any text is.
 *
 * @param record A line that is put at the end as a comment: who changed it, when and why.
 * @throws EditError where a change names what is not there.
 *
 * @example
 * editProblem(text, [{ edit: 'strength', sign: 'threat', strength: 'strong' }], '2031-05-22 Ann Example: it came true twice');
 */
export function editProblem(text: string, edits: readonly DefinitionEdit[], record: string): string {
  // One after another: each moves what stands behind it.
  const edited = edits.reduce((before, edit) => applyEdit(before, edit), text);
  return `${edited.trimEnd()}\n# ${record}\n`;
}

function applyEdit(text: string, edit: DefinitionEdit): string {
  const root = parseDocument(text, { strict: true }).contents;
  if (!isMap(root)) throw new EditError('the file holds no problem');
  switch (edit.edit) {
    case 'strength':
      return setField(text, findSign(root, edit.sign), ['strength', quote(edit.strength)]);
    case 'share':
      return setField(text, findItem(root, 'hypotheses', edit.hypothesis), ['share', String(edit.share)]);
    case 'tells':
      return setTells(text, findItem(root, 'indicators', edit.sign), edit);
    case 'hypothesis': {
      const { title, why, answer, share } = edit;
      const fields = [`title: ${quote(title)}`, `why: ${quote(why)}`, `answer: ${answer}`, `share: ${share}`];
      return addItem(text, root, ['hypotheses', [`id: ${makeId(title, root)}`, ...fields]]);
    }
    case 'indicator': {
      const { title, why, direction, strength, halfLife, words } = edit;
      const fields = [
        `id: ${makeId(title, root)}`,
        `title: ${quote(title)}`,
        `why: ${quote(why)}`,
        `direction: ${direction}`,
        `strength: ${quote(strength)}`,
        `halfLife: ${halfLife}`,
        'match:',
        `  - words: [${words.map(quote).join(', ')}]`,
      ];
      return addItem(text, root, ['indicators', fields]);
    }
  }
}

/** A plain word as it is, anything else in quotation marks, as JSON has it: YAML reads it too. */
function quote(text: string): string {
  return /^[a-z]+(?: [a-z]+)*$/.test(text) && !/^(?:yes|no|true|false|null|on|off)$/.test(text)
    ? text
    : JSON.stringify(text);
}

const LONGEST_ID = 48;

/** An id out of a title that none of the others has. */
function makeId(title: string, root: YAMLMap): string {
  const plain = title.normalize('NFKD').toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '');
  const base = words.slice(0, LONGEST_ID).replace(/-+$/, '') || 'row';
  const taken = new Set(
    ['hypotheses', 'indicators', 'windows'].flatMap((each) => listItems(root, each).map(getId)),
  );
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}

function listItems(root: YAMLMap, list: string): readonly YAMLMap[] {
  const found = root.get(list, true);
  return isSeq(found) ? found.items.filter((item) => isMap(item)) : [];
}

const getId = (item: YAMLMap): string => String(item.get('id'));

function findItem(root: YAMLMap, list: string, id: string): YAMLMap {
  const found = listItems(root, list).find((item) => getId(item) === id);
  if (found === undefined) throw new EditError(`${list} has no "${id.slice(0, 80)}"`);
  return found;
}

/** An indicator or a window. */
function findSign(root: YAMLMap, id: string): YAMLMap {
  const window = listItems(root, 'windows').find((item) => getId(item) === id);
  return window ?? findItem(root, 'indicators', id);
}

function setTells(
  text: string,
  item: YAMLMap,
  { hypothesis, strength }: { readonly hypothesis: string; readonly strength?: Strength | undefined },
): string {
  const tells = item.get('tells', true);
  const before = isMap(tells) ? (tells.toJSON() as Readonly<Record<string, string>>) : {};
  const after = new Map(Object.entries(before));
  if (strength === undefined) after.delete(hypothesis);
  else after.set(hypothesis, strength);
  const words = [...after].map(([id, word]) => `${quote(id)}: ${quote(word)}`);
  return setField(text, item, ['tells', words.length === 0 ? '{}' : `{ ${words.join(', ')} }`]);
}

/** Puts a value in the place of the one that a field has, or adds the field. */
function setField(text: string, item: YAMLMap, [name, value]: readonly [string, string]): string {
  const pair = item.items.find(({ key }) => isScalar(key) && key.value === name);
  const range = (pair?.value as Node | null | undefined)?.range;
  if (range !== undefined && range !== null) {
    const end = range[0] + text.slice(range[0], range[1]).trimEnd().length;
    return text.slice(0, range[0]) + value + text.slice(end);
  }
  return addField(text, item, `${name}: ${value}`);
}

function addField(text: string, item: YAMLMap, field: string): string {
  const [start, end] = item.range!;
  if (item.flow === true) {
    const close = text.lastIndexOf('}', end - 1);
    return `${text.slice(0, close).trimEnd()}, ${field} ${text.slice(close)}`;
  }
  const key = (item.items[0] as Pair<Node>).key.range![0];
  return insertLines(text, findLineEnd(text, start, end), [' '.repeat(findColumn(text, key)) + field]);
}

/** Adds an item at the end of a list, or the list itself at the end of the file. */
function addItem(text: string, root: YAMLMap, [list, fields]: readonly [string, readonly string[]]): string {
  const found = root.get(list, true);
  if (!isSeq(found) || found.items.length === 0) {
    if (found !== undefined && found !== null)
      throw new EditError(`${list} is there and holds nothing; mend it by hand`);
    return `${text.trimEnd()}\n\n${list}:\n${layOut(fields, 2)}\n`;
  }
  const seq = found as YAMLSeq<Node>;
  if (seq.flow === true) throw new EditError(`${list} stands on one line; write it line by line first`);
  const last = seq.items.at(-1)!.range!;
  const dash = text.lastIndexOf('-', seq.items[0]!.range![0]);
  return insertLines(text, findLineEnd(text, last[0], last[1]), [layOut(fields, findColumn(text, dash))]);
}

function layOut(fields: readonly string[], indent: number): string {
  const space = ' '.repeat(indent);
  return fields.map((field, index) => `${space}${index === 0 ? '- ' : '  '}${field}`).join('\n');
}

const findColumn = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

/** End of the line on which a value ends, its own comment included. */
function findLineEnd(text: string, start: number, end: number): number {
  const last = start + text.slice(start, end).trimEnd().length;
  const next = text.indexOf('\n', last);
  return next < 0 ? text.length : next;
}

function insertLines(text: string, at: number, lines: readonly string[]): string {
  return `${text.slice(0, at)}\n${lines.join('\n')}${text.slice(at)}`;
}
