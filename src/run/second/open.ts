import type { Reading } from '../../model/reading.ts';
import type { SecondAnswer, SecondClient, SecondQuestion, SecondReader } from '../../model/second.ts';
import { isReadable, isWorthSecond } from '../../process/second/pick.ts';
import { PROMPT_VERSION } from '../../process/second/prompt.ts';
import { parseAnswer } from '../../process/second/schema.ts';
import { readSecond } from '../../process/second/second.ts';
import { BY } from '../../process/second/stage.ts';
import type { Config } from '../config.ts';
import { ProblemFiles } from '../problems.ts';
import { UsageError } from '../usage.ts';
import { KeptAnswers, nameQuestion } from './answers.ts';
import { CallBook } from './calls.ts';
import { makeClient } from './client.ts';
import { Pace } from './pace.ts';
import { pause } from './pause.ts';
import { listWatched } from './watched.ts';

export interface SecondOptions {
  readonly config: Config;
  /** The present instant, ISO 8601. */
  readonly now: () => string;
  /** Waits so many milliseconds, or until the signal is given; by the clock unless given. */
  readonly sleep?: typeof pause;
}

/** Failures in a row after which the endpoint is left alone for a while: a long batch is not held up by one that is down. */
const PATIENCE = 3;
const REST = 5 * 60_000;

/**
 * The second reader of the settings; undefined where it is off.
 *
 * @throws UsageError where it is on and the settings do not say whom to ask.
 */
export function openSecond(options: SecondOptions): SecondReader | undefined {
  const { config, now } = options;
  if (config.second === 'off') return undefined;
  const missing = [
    ...(config.secondUrl === undefined ? ['TOCSIN_SECOND_URL'] : []),
    ...(config.secondModel === undefined ? ['TOCSIN_SECOND_MODEL'] : []),
  ];
  if (missing.length > 0)
    throw new UsageError(
      `the second reader is asked for, but ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set`,
      'Say which endpoint and model to ask: docs/howto/second-reader.md.',
    );
  const book = new CallBook(config.data, now);
  const problems = new ProblemFiles(config);
  const client = makeAsker(options, book);
  return {
    picks: async (reading) => {
      if (reading.second !== undefined || !isReadable(reading)) return false;
      return config.second === 'all' || isWorthSecond(reading, listWatched((await problems.read()).problems));
    },
    read: async (reading, signal) => {
      const made = await readOrNote(reading, client, signal);
      if (made.second !== undefined)
        await book.addDocument(reading.document.id, made.second).catch(() => undefined);
      return made;
    },
  };
}

/** Whatever goes wrong here, a full disk for instance: the first reading is whole, and a note says what happened. */
async function readOrNote(
  reading: Reading,
  client: SecondClient,
  signal: AbortSignal | undefined,
): Promise<Reading> {
  try {
    return await readSecond(reading, { client, ...(signal === undefined ? {} : { signal }) });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'a fault in this program';
    const why = `The second reader could not be asked (${reason.slice(0, 60)}).`;
    return { ...reading, notes: [...reading.notes, { type: 'skipped', why, by: BY }] };
  }
}

/** A client that answers from what is kept where it can, keeps to budget and pace, and leaves an endpoint alone that fails. */
function makeAsker({ config, now, sleep = pause }: SecondOptions, book: CallBook): SecondClient {
  const { secondUrl: url = '', secondModel: model = '', secondKey: key } = config;
  const kept = new KeptAnswers(config.data);
  const pace = new Pace({ perMinute: config.secondPerMinute, clock: () => performance.now(), sleep });
  let failures = 0;
  let restUntil = 0;
  const client = makeClient({
    ...{ url, model, timeout: config.secondTimeout * 1000, sleep },
    ...(key === undefined ? {} : { key }),
    admit: async (signal) => {
      const refused = await checkBudget(config, book);
      if (refused === undefined) await pace.wait(signal);
      return signal?.aborted === true ? makeFailure('stopped', 'it was stopped.') : refused;
    },
    onAttempt: (answer) => book.addCall(model, answer),
  });
  const ask = async (question: SecondQuestion, signal?: AbortSignal): Promise<SecondAnswer> => {
    const name = nameQuestion(question, { url, model: `${PROMPT_VERSION} ${model}` });
    const text = await kept.get(name);
    if (text !== undefined) {
      const answer = { kind: 'answer', text, tokens: { input: 0, output: 0 }, isKept: true } as const;
      await book.addCall(model, answer);
      return answer;
    }
    if (Date.parse(now()) < restUntil)
      return makeFailure(
        'down',
        `it failed ${PATIENCE} times in a row and is left alone until ${new Date(restUntil).toISOString().slice(11, 16)} UTC.`,
      );
    const answer = await client.ask(question, signal);
    const isFailing = answer.kind === 'failure' && answer.reason !== 'budget' && answer.reason !== 'stopped';
    failures = isFailing ? failures + 1 : 0;
    if (failures >= PATIENCE) {
      failures = 0;
      restUntil = Date.parse(now()) + REST;
    }
    if (answer.kind === 'answer' && parseAnswer(answer.text).dropped['no JSON'] === undefined)
      await kept.put(name, answer.text);
    return answer;
  };
  return { model, ask };
}

async function checkBudget(config: Config, book: CallBook): Promise<SecondAnswer | undefined> {
  const { calls, tokens } = await book.today();
  if (calls >= config.secondCalls)
    return makeFailure('budget', `today’s ${config.secondCalls} questions are spent (TOCSIN_SECOND_CALLS).`);
  if (tokens.input + tokens.output >= config.secondTokens)
    return makeFailure('budget', `today’s ${config.secondTokens} tokens are spent (TOCSIN_SECOND_TOKENS).`);
  return undefined;
}

function makeFailure(reason: 'budget' | 'down' | 'stopped', why: string): SecondAnswer {
  return { kind: 'failure', reason, why, tokens: { input: 0, output: 0 } };
}
