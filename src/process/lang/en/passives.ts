import type { ParseTree } from './parser.ts';

const ACTIVE: ReadonlySet<string> = new Set(['VB', 'VBD', 'VBP', 'VBZ']);
const SUBJECTS: Readonly<Record<string, string>> = { nsubj: 'nsubj:pass', csubj: 'csubj:pass' };
const PASSIVE_SUBJECTS: Readonly<Record<string, string>> = { 'nsubj:pass': 'nsubj', 'csubj:pass': 'csubj' };

/**
 * Makes subject and verb agree on the voice: the parser picks each label by itself. A subject is passive where its
 * verb has a passive auxiliary, and never where the verb is a finite active form without one. Bare participles
 * (`Three men found dead`) stay as the parser read them.
 *
 * @returns the relations, mended
 */
export function mendPassives({ heads, deprels }: ParseTree, xpos: readonly string[]): string[] {
  const isPassive = new Uint8Array(heads.length);
  for (let i = 0; i < heads.length; i++)
    if (deprels[i] === 'aux:pass' && heads[i]! >= 0) isPassive[heads[i]!] = 1;
  return deprels.map((deprel, i) => {
    const verb = heads[i]!;
    if (verb < 0) return deprel;
    if (isPassive[verb] === 1) return SUBJECTS[deprel] ?? deprel;
    return ACTIVE.has(xpos[verb]!) ? (PASSIVE_SUBJECTS[deprel] ?? deprel) : deprel;
  });
}
