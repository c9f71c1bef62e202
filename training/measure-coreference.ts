import { parseArgs } from 'node:util';
import type { Entity, Reference } from '../src/model/entity.ts';
import { type EnglishEngine, loadEnglish } from '../src/process/lang/en/engine.ts';
import { attachReferences } from '../src/process/lang/en/entity/coreference.ts';
import { findEntities } from '../src/process/lang/en/entity/entities.ts';
import { findPlaces } from '../src/process/place/places.ts';
import { type ChainDocument, type ChainMention, readChains } from './gum-chains.ts';

/**
 * Measures what pronouns and nominals are taken to stand for, on GUM's coreference layer (dev, no talk). A link is
 * right where a name of its entity and the pronoun are in one chain; what could be found are the pronouns, and the
 * phrases of "the" and one noun, in a chain of some entity that the reader names.
 *
 *     node scripts/run.mjs training/measure-coreference.ts --data ../shared/data --wrong 20
 */
export function main(argv: readonly string[]): void {
  const { values } = parseArgs({
    args: [...argv],
    options: { data: { type: 'string', default: '../shared/data' }, wrong: { type: 'string', default: '0' } },
  });
  const english = loadEnglish();
  const counts = new Map<string, Count>();
  const wrong: string[] = [];
  for (const document of readChains(`${values.data}/treebank/gum.dev.conllu.gz`)) {
    if (!SPOKEN.has(document.genre)) measure(document, english, { counts, wrong });
  }
  for (const [name, { right, made, gold }] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const share = (of: number) => `${((100 * right) / of).toFixed(1)} (${right}/${of})`;
    console.log(`${name.padEnd(10)} precision ${share(made)}, recall ${share(gold)}`);
  }
  for (const line of wrong.slice(0, Number(values.wrong))) console.log(line);
}

const SPOKEN: ReadonlySet<string> = new Set(['conversation', 'vlog']);

interface Count {
  right: number;
  made: number;
  gold: number;
}

interface Tally {
  readonly counts: Map<string, Count>;
  readonly wrong: string[];
}

const CLASSES: readonly (readonly [string, RegExp])[] = [
  ['he', /^(?:he|him|his)$/i],
  ['she', /^(?:she|hers?)$/i],
  ['it', /^its?$/i],
  ['they', /^(?:they|them|theirs?)$/i],
  ['the noun', /^the \S+$/i],
];

const classOf = (text: string): string | undefined => CLASSES.find(([, words]) => words.test(text))?.[0];

function measure({ text, mentions }: ChainDocument, english: EnglishEngine, tally: Tally): void {
  const sentences = english.parse(text);
  const places = findPlaces({ text, sentences });
  const entities = attachReferences({ text, sentences, entities: findEntities({ text, sentences, places }) });
  const chains = entities.map((entity) => chainsOf(entity, mentions));
  const reachable = new Set(chains.flatMap((own) => [...own]));
  const isNamed = (m: ChainMention): boolean =>
    entities.some((entity) => entity.mentions.some(({ start, end }) => start < m.end && end > m.start));
  for (const mention of mentions) {
    const kind = classOf(mention.text);
    if (kind === undefined || !reachable.has(mention.chain)) continue;
    if (kind !== 'the noun' || !isNamed(mention)) note(tally, kind, 'gold');
  }
  for (const [e, { name, references = [] }] of entities.entries()) {
    for (const reference of references) {
      const kind = reference.form === 'nominal' ? 'the noun' : classOf(reference.text)!;
      note(tally, kind, 'made');
      const heads = mentions.filter(({ head }) => head >= reference.start && head < reference.end);
      if (heads.some(({ chain }) => chains[e]!.has(chain))) note(tally, kind, 'right');
      else tally.wrong.push(`${kind}: ${name} <- ${around(text, reference)}`);
    }
  }
}

function note({ counts }: Tally, kind: string, what: keyof Count): void {
  for (const name of kind === 'the noun' ? [kind] : [kind, 'pronouns']) {
    const count = counts.get(name) ?? { right: 0, made: 0, gold: 0 };
    count[what]++;
    counts.set(name, count);
  }
}

const LONGEST_NAMED = 60;

/** Chains of the mentions that fit an entity's names best. */
function chainsOf({ mentions: own }: Entity, mentions: readonly ChainMention[]): ReadonlySet<string> {
  const chains = new Set<string>();
  for (const { start, end } of own) {
    const fitting = mentions.filter(
      (m) =>
        (m.start >= start - 4 && m.end <= end + 1) ||
        (m.head >= start && m.head < end && m.end - m.start < LONGEST_NAMED),
    );
    const misfit = (m: ChainMention): number => Math.abs(m.end - m.start - (end - start));
    fitting.sort((a, b) => misfit(a) - misfit(b));
    if (fitting[0] !== undefined) chains.add(fitting[0].chain);
  }
  return chains;
}

function around(text: string, { start, end }: Reference): string {
  const line = `${text.slice(Math.max(0, start - 120), start)}[${text.slice(start, end)}]${text.slice(end, end + 40)}`;
  return line.replace(/\s+/g, ' ');
}
