import type { ParseTree } from './parser.ts';

const ACTIVE: ReadonlySet<string> = new Set(['VB', 'VBD', 'VBP', 'VBZ']);
const PASSIVES: ReadonlyMap<string, string> = new Map([
  ['nsubj', 'nsubj:pass'],
  ['csubj', 'csubj:pass'],
]);
const ACTIVES: ReadonlyMap<string, string> = new Map(
  Array.from(PASSIVES, ([active, passive]) => [passive, active]),
);

/**
 * Makes subject and verb agree on the voice: the parser picks each label by itself. A subject is passive where its
 * verb has a passive auxiliary, and never where the verb is a finite active form without one. Bare participles
 * (`Three men found dead`) stay as the parser read them.
 *
 * @returns the relations, mended
 */
export function mendPassives({ heads, deprels }: ParseTree, xpos: readonly string[]): string[] {
  const mended: string[] = [];
  const isPassive = new Uint8Array(heads.length);
  for (let i = 0; i < heads.length; i++)
    if (deprels[i] === 'aux:pass' && heads[i]! >= 0) isPassive[heads[i]!] = 1;
  for (let i = 0; i < heads.length; i++) {
    const deprel = deprels[i]!;
    const verb = heads[i]!;
    if (verb < 0 || !isSubject(deprel)) mended.push(deprel);
    else if (isPassive[verb] === 1) mended.push(PASSIVES.get(deprel) ?? deprel);
    else if (ACTIVE.has(xpos[verb]!)) mended.push(ACTIVES.get(deprel) ?? deprel);
    else mended.push(deprel);
  }
  return mended;
}

function isSubject(deprel: string): boolean {
  return deprel.startsWith('subj', 1);
}
