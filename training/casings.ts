import type { GoldSentence } from './conllu.ts';

const SMALL = new Set('a an the of in on at to for and or but by as with from vs is are be'.split(' '));

/**
 * Copies of some sentences in capitals and as headlines, picked by chance: treebanks hold few of either, the
 * news many. Tags and trees stay as they are.
 */
export function makeCasedCopies(
  sentences: readonly GoldSentence[],
  random: () => number,
  share: { readonly capitals: number; readonly headlines: number } = { capitals: 0.08, headlines: 0.08 },
): GoldSentence[] {
  const copies: GoldSentence[] = [];
  for (const sentence of sentences) {
    const draw = random();
    const { forms } = sentence;
    if (forms.length < 3) continue;
    if (draw < share.capitals) copies.push({ ...sentence, forms: forms.map((form) => form.toUpperCase()) });
    else if (draw < share.capitals + share.headlines && forms.length <= 25) {
      copies.push({
        ...sentence,
        forms: forms.map((form, i) => (i > 0 && SMALL.has(form) ? form : raise(form))),
      });
    }
  }
  return copies;
}

function raise(form: string): string {
  return form.slice(0, 1).toUpperCase() + form.slice(1);
}
