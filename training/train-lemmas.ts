import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { plainForm } from '../src/process/lang/en/casing.ts';
import { basesOf, groupOf, makeLemmatiser } from '../src/process/lang/en/lemmas.ts';
import { packWeights, parseWeights } from '../src/process/lang/en/weights.ts';
import { type GoldSentence, readTreebank } from './conllu.ts';

const INFLECTED = new Set(['ed', 'ing', 'z', 's', 'ps', 'er', 'est']);
const LONGEST_SUFFIX = 6;
/** One tag of each group, to ask the lemmatiser with. */
const XPOS_OF: Readonly<Record<string, string>> = {
  ed: 'VBD',
  ing: 'VBG',
  z: 'VBZ',
  s: 'NNS',
  ps: 'NNPS',
  er: 'JJR',
  est: 'JJS',
};

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/treebank' },
    out: { type: 'string', default: 'models' },
  },
});

/** `group form` to how often each lemma was given. */
type Counts = Map<string, Map<string, number>>;

const banks = ['ewt.train', 'gum.train'].map((name) => ({
  name,
  ...readTreebank(`${values.data}/${name}.conllu.gz`),
}));
const counts = countLemmas(banks.flatMap((bank) => bank.sentences));
const rules = learnRules(counts);
const bases = listBases(counts);
const draft = [...[...rules].map(([key, script]) => `${key}\t${script}`), ...bases];
const lines = [...draft, ...exceptions(counts, draft)];
lines.sort();
const bytes = pack(lines);

function pack(table: readonly string[]): Uint8Array {
  return packWeights(
    {
      model: 'lemmas',
      made: '2026-11-22',
      licence: 'CC BY-SA 4.0',
      data: Object.fromEntries(banks.map(({ name, sha256 }) => [`${name}.conllu.gz`, sha256])),
      settings: { lines: table.length },
    },
    { table: new TextEncoder().encode(table.join('\n')) },
  );
}

writeFileSync(`${values.out}/en-lemmas.bin`, bytes);
console.log(
  `${rules.size} rules, ${bases.length} known lemmas, ${lines.length - draft.length} words, ${bytes.length} bytes`,
);
for (const name of ['ewt.dev', 'gum.dev']) report(name);

function keyOf(form: string, xpos: string): string {
  const plain = plainForm(form, 'running');
  return `${groupOf(xpos)}\t${xpos === 'NNPS' ? plain : plain.toLowerCase()}`;
}

function countLemmas(sentences: readonly GoldSentence[]): Counts {
  const found: Counts = new Map();
  for (const { forms, lemmas, xpos } of sentences) {
    for (const [i, form] of forms.entries()) {
      if (xpos[i] === 'NNP' || xpos[i] === 'ADD' || lemmas[i] === '_') continue;
      const key = keyOf(form, xpos[i]!);
      const lemma = plainForm(lemmas[i]!, 'running');
      const row = found.get(key) ?? new Map<string, number>();
      row.set(lemma, (row.get(lemma) ?? 0) + 1);
      found.set(key, row);
    }
  }
  return found;
}

function bestOf(row: ReadonlyMap<string, number>): [string, number] {
  return [...row].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
}

/** Letters off and on; undefined where form and lemma share too little to be a rule. */
function scriptOf(form: string, lemma: string): string | undefined {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++;
  if (same === 0 || form.length - same > 5) return undefined;
  return `${form.length - same}:${lemma.slice(same)}`;
}

/** The commonest script for each suffix, counted once a word; a longer suffix only where it differs from the shorter. */
function learnRules(all: Counts): Map<string, string> {
  const suffixes: Counts = new Map();
  for (const [key, row] of all) {
    const [group, form] = key.split('\t') as [string, string];
    const script = INFLECTED.has(group) ? scriptOf(form, bestOf(row)[0]) : undefined;
    if (script === undefined) continue;
    for (let size = 0; size <= Math.min(LONGEST_SUFFIX, form.length - 1); size++) {
      const suffix = `${group}\t-${form.slice(form.length - size)}`;
      const scripts = suffixes.get(suffix) ?? new Map<string, number>();
      scripts.set(script, (scripts.get(script) ?? 0) + 1);
      suffixes.set(suffix, scripts);
    }
  }
  const learned = new Map<string, string>();
  for (const [key, scripts] of [...suffixes].sort((a, b) => a[0].length - b[0].length)) {
    const [script, count] = bestOf(scripts);
    if (count < 2 && !key.endsWith('\t-')) continue;
    if (inherited(key, learned) !== script) learned.set(key, script);
  }
  return learned;
}

/** What the next shorter suffix with a rule says. */
function inherited(key: string, learned: ReadonlyMap<string, string>): string | undefined {
  const [group, suffix] = key.split('\t-') as [string, string];
  for (let at = 1; at <= suffix.length; at++) {
    const script = learned.get(`${group}\t-${suffix.slice(at)}`);
    if (script !== undefined) return script;
  }
  return undefined;
}

/** Lemmas of verbs and nouns seen twice, or once uninflected. */
function listBases(all: Counts): string[] {
  const seen = new Map<string, number>();
  for (const [key, row] of all) {
    const [group, form] = key.split('\t') as [string, string];
    const kind = basesOf(group) ?? (/^VBP?$/.test(group) ? 'v' : group === 'NN' ? 'n' : undefined);
    if (kind === undefined) continue;
    for (const [lemma, count] of row) {
      const base = `${kind}\t${lemma.toLowerCase()}`;
      if (/^\p{L}{2,}$/u.test(lemma)) seen.set(base, (seen.get(base) ?? 0) + (lemma === form ? 2 : count));
    }
  }
  return [...seen].filter(([, count]) => count >= 2).map(([base]) => base);
}

/** Words that the rules get wrong; once-seen ones only where the lemma is known from elsewhere, which typing errors are not. */
function exceptions(all: Counts, table: readonly string[]): string[] {
  const { lemma: ruled } = makeLemmatiser(parseWeights(pack(table), 'en-lemmas.bin'));
  const lemmas = new Map<string, number>();
  for (const row of all.values())
    for (const [lemma, n] of row) lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + n);
  const found: string[] = [];
  for (const [key, row] of all) {
    const [group, form] = key.split('\t') as [string, string];
    const [lemma, count] = bestOf(row);
    const xpos = XPOS_OF[group] ?? group;
    if (lemma === ruled(form, { xpos, casing: 'running', first: true })) continue;
    if (count >= 2 || (lemmas.get(lemma) ?? 0) >= 3) found.push(`${key}\t${lemma}`);
  }
  return found;
}

function report(name: string): void {
  const { lemma } = makeLemmatiser(parseWeights(bytes, 'en-lemmas.bin'));
  let words = 0;
  let right = 0;
  const wrong: string[] = [];
  for (const { forms, lemmas, xpos } of readTreebank(`${values.data}/${name}.conllu.gz`).sentences) {
    for (const [i, form] of forms.entries()) {
      const own = lemma(form, { xpos: xpos[i]!, casing: 'running', first: i === 0 });
      words++;
      if (own === lemmas[i]) right++;
      else wrong.push(`${form}/${xpos[i]} ${own} (${lemmas[i]})`);
    }
  }
  console.log(`${name}: lemmas ${((100 * right) / words).toFixed(2)} (gold tags)`);
  if (process.env['SHOW']) console.log(wrong.filter((_, i) => i % 5 === 0).join('\n'));
}
