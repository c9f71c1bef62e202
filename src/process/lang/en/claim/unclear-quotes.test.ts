import { expect, it } from 'vitest';
import { createReader } from '../../../read.ts';

const reader = createReader({ engine: 'test' });

/** Quotation marks that open and close where they should not leave a speaker with nothing but signs to say. */
it.each([
  'Trade weekly Harbour saw the choice of Adams as a continuation of the council\'s "Year of the Port, "writing that the docks"will put workers in the driver\'s seat.',
  'The mayor said that "," and left.',
  'The mayor said: "…".',
])('reads %s without a claim that says nothing', (text) => {
  const { claims } = reader.readDocument({
    kind: 'document',
    id: `sha256:${'0'.repeat(64)}`,
    bytes: `sha256:${'0'.repeat(64)}`,
    seen: '2026-03-03T10:00:00Z',
    version: 1,
    language: 'en',
    text,
    captions: [],
    removed: [],
  });
  for (const { content } of claims) expect(content.text).toMatch(/[\p{L}\p{N}]/u);
});
