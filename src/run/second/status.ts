import type { SecondCounts, SecondStatus } from '../../model/second.ts';
import type { CheckResult } from '../../store/store.ts';
import type { Config } from '../config.ts';
import { CallBook } from './calls.ts';

/** How the second reader is set, what was asked, found, dropped and spent, and what went wrong last. Asks nobody. */
export function makeSecondStatus(config: Config, now: () => string): () => Promise<SecondStatus> {
  // One book for all times it is asked: it reads only what was added since.
  const book = new CallBook(config.data, now);
  return () => readStatus(config, book);
}

async function readStatus(config: Config, book: CallBook): Promise<SecondStatus> {
  const { counts: month, problem } = await book.month();
  const today = await book.today();
  if (config.second === 'off') return { state: 'off', today, month };
  return {
    state: 'on',
    documents: config.second,
    ...(config.secondModel === undefined ? {} : { model: config.secondModel }),
    ...{ today, month },
    budget: { calls: config.secondCalls, tokens: config.secondTokens },
    ...(problem === undefined ? {} : { problem }),
  };
}

/** The same for `doctor`. */
export async function checkSecond(config: Config, now: () => string): Promise<CheckResult> {
  const name = 'second reader';
  if (config.second !== 'off' && (config.secondUrl === undefined || config.secondModel === undefined)) {
    const finding = 'is on, but the settings do not say whom to ask';
    return {
      name,
      state: 'failed',
      finding,
      remedy: 'Set TOCSIN_SECOND_URL and TOCSIN_SECOND_MODEL, or TOCSIN_SECOND=off.',
    };
  }
  const { state, model, documents, today, month, budget, problem } = await makeSecondStatus(config, now)();
  if (state === 'off' && month.documents === 0) return { name, state: 'ok', finding: 'off' };
  const set =
    state === 'off'
      ? 'off'
      : `${model}, asked about ${documents === 'all' ? 'all documents' : 'documents that its rule picks'}`;
  const spent =
    budget === undefined
      ? ''
      : `; spent today ${today.calls} of ${budget.calls} questions, ${sum(today)} of ${budget.tokens} tokens`;
  const finding = `${set}${spent}. ${describeMonth(month)}`;
  if (state === 'off' || problem === undefined) return { name, state: 'ok', finding };
  return {
    name,
    state: 'warning',
    finding: `${finding} Last failure, ${problem.at.slice(0, 16)}Z: ${problem.why}`,
    remedy: 'First readings are whole all the same; see docs/howto/second-reader.md.',
  };
}

const sum = ({ tokens }: SecondCounts): number => tokens.input + tokens.output;

function describeMonth(month: SecondCounts): string {
  const dropped = Object.entries(month.dropped).sort((a, b) => b[1] - a[1]);
  const all = dropped.reduce((total, [, count]) => total + count, 0);
  const failures = Object.entries(month.failures).map(([why, count]) => `${why} ${count}`);
  return [
    `In 30 days: ${month.documents} documents (${month.failed} without an answer, ${month.withheld} that speak to a machine)`,
    `found ${month.found.claims} claims and ${month.found.events} events`,
    `agreed on ${month.agreed.claims} and ${month.agreed.events}`,
    `differed on ${month.differs}`,
    `dropped ${all}${all === 0 ? '' : ` (${dropped.map(([why, count]) => `${why} ${count}`).join(', ')})`}`,
    `${month.calls} questions sent, ${month.kept} answered from what is kept, ${sum(month)} tokens${failures.length === 0 ? '' : `, failed: ${failures.join(', ')}`}.`,
  ].join('; ');
}
