import type { Note, Reading } from '../../model/reading.ts';
import type { SecondAccount, SecondClient, SecondFailure } from '../../model/second.ts';
import { findAddressed } from './addressed.ts';
import { type CheckedClaim, checkClaim } from './check-claim.ts';
import { type Evidence, makeEvidence } from './evidence.ts';
import { loadSecondLexicon } from './lexicon.ts';
import { mergeFindings } from './merge.ts';
import { makeQuestions, type PartQuestion, splitParts } from './prompt.ts';
import { showVisible } from './quotes.ts';
import { parseAnswer } from './schema.ts';
import { BY } from './stage.ts';

/**
 * Asks a language model about a reading and adds what it found and the text bears out. The first reading stays whole: what is in
 * it is neither changed nor taken away. Where there is no answer the reading comes back with a note. Never rejects for what the
 * model or its endpoint does.
 *
 * @example
 * const reading = reader.read(page);
 * const both = await readSecond(reading, { client });
 * both.claims.filter(({ by }) => by === 'second@1');
 */
export async function readSecond(
  reading: Reading,
  { client, signal }: { readonly client: SecondClient; readonly signal?: AbortSignal },
): Promise<Reading> {
  const { text } = reading.document;
  const addressed = findAddressed(text);
  if (addressed !== undefined) {
    const words = showVisible(text.slice(addressed.start, addressed.end)).replace(/\s+/g, ' ').slice(0, 80);
    const note = `The text speaks to a machine (“${words}”), so that no second reader was asked.`;
    return conclude(reading, { model: client.model, outcome: 'withheld' }, [note]);
  }
  const questions = makeQuestions(reading);
  const evidence = makeEvidence(reading, loadSecondLexicon());
  const asked = await ask(questions, evidence, { client, ...(signal === undefined ? {} : { signal }) });
  const merged = mergeFindings(reading, asked.checked);
  const { found, agreed, differs } = merged;
  const outcome = asked.answered === 0 ? 'failed' : asked.answered < questions.length ? 'partly' : 'read';
  const unasked = splitParts(reading).length - questions.length;
  return conclude(
    merged.reading,
    {
      ...{ model: client.model, outcome, found, agreed, differs, dropped: evidence.drops.counts },
      ...(asked.failure === undefined ? {} : { reason: asked.failure.reason }),
    },
    [
      ...(asked.failure === undefined
        ? []
        : [
            `The second reader gave no answer${outcome === 'partly' ? ' for a part of the text' : ''}: ${asked.failure.why}`,
          ]),
      ...(unasked > 0
        ? [`The text is too long for the second reader: the end of it was not put to it.`]
        : []),
    ],
  );
}

interface Asked {
  readonly checked: readonly CheckedClaim[];
  readonly answered: number;
  readonly failure?: { readonly reason: SecondFailure; readonly why: string };
}

/** Asks about each part in turn. After a failure of the endpoint the rest is not asked: it would most likely fail too. */
async function ask(
  questions: readonly PartQuestion[],
  evidence: Evidence,
  { client, signal }: { readonly client: SecondClient; readonly signal?: AbortSignal },
): Promise<Asked> {
  const checked: CheckedClaim[] = [];
  let answered = 0;
  let failure: Asked['failure'];
  for (const { part, question } of questions) {
    const answer = await client.ask(question, signal);
    if (answer.kind === 'failure') {
      failure = { reason: answer.reason, why: answer.why };
      break;
    }
    const offered = parseAnswer(answer.text);
    for (const [reason, count] of Object.entries(offered.dropped))
      evidence.drops.add(reason as keyof typeof offered.dropped, count);
    if (offered.dropped['no JSON'] !== undefined) {
      failure = { reason: 'no answer', why: 'what came is no list of claims.' };
      continue;
    }
    answered += 1;
    let after = part.start;
    for (const claim of offered.claims) {
      const found = checkClaim(evidence, claim, { part, after });
      if (found === undefined) continue;
      checked.push(found);
      after = found.claim.content.start;
    }
  }
  return { checked, answered, ...(failure === undefined ? {} : { failure }) };
}

const NOTHING = { claims: 0, events: 0 };

function conclude(
  reading: Reading,
  account: Pick<SecondAccount, 'model' | 'outcome'> & Partial<SecondAccount>,
  whys: readonly string[],
): Reading {
  const notes = whys.map((why): Note => ({ type: 'skipped', why, by: BY }));
  return {
    ...reading,
    notes: [...reading.notes, ...notes],
    second: { by: BY, found: NOTHING, agreed: NOTHING, differs: 0, dropped: {}, ...account },
  };
}
