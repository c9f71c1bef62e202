import { expect, it } from 'vitest';
import { mendTenses } from './tenses.ts';

const classes = ['NOUN|NNS', 'VERB|VBP', 'VERB|VBD', 'VERB|VB'];
const isPastOnly = (form: string) => ['struck', 'fled'].includes(form);
const mend = (forms: readonly string[], tags: readonly number[]) =>
  Array.from(mendTenses(forms, Int32Array.from(tags), { classes, isPastOnly }), (tag) => classes[tag]);

it('takes a form that is only ever past for a past tense', () => {
  expect(mend(['Rockets', 'struck'], [0, 1])).toEqual(['NOUN|NNS', 'VERB|VBD']);
});

it('leaves forms that may be present, and infinitives, alone', () => {
  expect(mend(['Rockets', 'hit'], [0, 1])).toEqual(['NOUN|NNS', 'VERB|VBP']);
  expect(mend(['fled'], [3])).toEqual(['VERB|VB']);
});
