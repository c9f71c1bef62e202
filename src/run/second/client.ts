import type { LanguageModel } from 'ai';
import type {
  SecondAnswer,
  SecondClient,
  SecondFailure,
  SecondQuestion,
  TokenCount,
} from '../../model/second.ts';
import { makeBoundedFetch, PointsElsewhereError, TooLargeError } from './bounded-fetch.ts';

export interface ClientOptions {
  /** Up to `/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key?: string;
  /** Milliseconds to wait for one answer. */
  readonly timeout: number;
  /** Waits so many milliseconds, or until the signal is given. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Asked before each attempt: a failure where it may not be made. */
  readonly admit?: (signal?: AbortSignal) => Promise<SecondAnswer | undefined>;
  /** Told of each attempt that was made. */
  readonly onAttempt?: (answer: SecondAnswer) => Promise<void>;
}

/** Bytes of an answer that are read: many times what the longest list of claims takes. */
const MAX_BYTES = 2_000_000;
/** Milliseconds before the second attempt and the third. */
const PAUSES = [1000, 5000] as const;
/** Longest pause that an endpoint may ask for within one question. */
const LONGEST_PAUSE = 30_000;
const NO_TOKENS: TokenCount = { input: 0, output: 0 };

/** How an answer is asked for: held to the schema, to JSON, or to nothing. Servers know the first, the second, or neither. */
const FORMS = ['schema', 'json', 'text'] as const;
type Form = (typeof FORMS)[number];

/** What went wrong with one attempt. */
interface Problem {
  readonly reason: SecondFailure;
  readonly why: string;
  /** Whether the same might succeed a little later. */
  readonly isPassing: boolean;
  /** Milliseconds that the endpoint asks to be left alone. */
  readonly pause?: number;
  /** Whether the endpoint does not know the form of answer that was asked for. */
  readonly isForm?: boolean;
}

/**
 * Asks any chat endpoint that speaks as OpenAI's does. An endpoint that is down, slow or limits the rate is tried three times in
 * all; one that does not know how to keep to a schema is asked without. Nothing that it answers makes this throw, and no message
 * holds the key, the address or anything that it sent.
 *
 * @example
 * const client = makeClient({ url: 'http://127.0.0.1:8080/v1', model: 'local', timeout: 60_000, sleep });
 */
export function makeClient(options: ClientOptions): SecondClient {
  let form = 0;
  return {
    model: options.model,
    ask: async (question, signal) => {
      for (let attempt = 0; ; attempt += 1) {
        const refused = await options.admit?.(signal);
        if (refused !== undefined) return refused;
        const made = await attemptOnce(question, FORMS[form]!, {
          ...options,
          ...(signal === undefined ? {} : { signal }),
        });
        const worked = 'text' in made || !WORKED_ON.includes(made.reason) ? 0 : estimateQuestion(question);
        const answer = 'text' in made ? made : makeFailure(made, { input: worked, output: 0 });
        await options.onAttempt?.(answer);
        if ('text' in made) return made;
        if (isStopped(signal)) return makeFailure(STOPPED);
        if (made.isForm === true && form + 1 < FORMS.length) {
          form += 1;
          attempt -= 1;
          continue;
        }
        const pause = PAUSES[attempt];
        if (!made.isPassing || pause === undefined || (made.pause ?? 0) > LONGEST_PAUSE) return answer;
        await options.sleep(Math.max(pause, made.pause ?? 0), signal);
        if (isStopped(signal)) return makeFailure(STOPPED);
      }
    },
  };
}

const STOPPED = { reason: 'stopped', why: 'it was stopped.' } as const;
const isStopped = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

function makeFailure({ reason, why }: Pick<Problem, 'reason' | 'why'>, tokens = NO_TOKENS): SecondAnswer {
  return { kind: 'failure', reason, why, tokens };
}

/** Failures of questions that the endpoint has most likely worked on, and will want to be paid for. */
const WORKED_ON: readonly SecondFailure[] = ['slow', 'too large', 'no answer'];

/** So many characters are taken for a token where nobody has counted. */
const CHARACTERS = 4;
const estimate = (text: string): number => Math.ceil(text.length / CHARACTERS);
const estimateQuestion = ({ system, text }: SecondQuestion): number => estimate(system) + estimate(text);

type Made = Extract<SecondAnswer, { kind: 'answer' }> | Problem;

async function attemptOnce(
  question: SecondQuestion,
  form: Form,
  { timeout, signal, ...options }: ClientOptions & { readonly signal?: AbortSignal },
): Promise<Made> {
  // Only here: the client is large, and most desks have no second reader.
  const { generateText, jsonSchema, NoObjectGeneratedError, Output } = await import('ai');
  const limit = AbortSignal.timeout(timeout);
  const common = {
    model: await makeModel(options, form),
    system: question.system,
    prompt: question.text,
    maxOutputTokens: question.maxTokens,
    temperature: 0,
    maxRetries: 0,
    abortSignal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
  };
  try {
    // Read as text where it is no JSON: what is usable in it is for the check to say.
    const made =
      form === 'text'
        ? await generateText(common)
        : await generateText({ ...common, output: Output.object({ schema: jsonSchema(question.schema) }) });
    return makeAnswer(question, made.text, made.usage);
  } catch (error) {
    if (NoObjectGeneratedError.isInstance(error) && error.text !== undefined)
      return makeAnswer(question, error.text, error.usage);
    return describeProblem(error, { isTimeOver: limit.aborted, form });
  }
}

async function makeModel(
  { url, model, key }: Pick<ClientOptions, 'url' | 'model' | 'key'>,
  form: Form,
): Promise<LanguageModel> {
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  // Its warnings would go to the terminal in the middle of results.
  Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });
  const provider = createOpenAICompatible({
    name: 'second',
    baseURL: url,
    supportsStructuredOutputs: form === 'schema',
    fetch: makeBoundedFetch(MAX_BYTES),
    ...(key === undefined ? {} : { apiKey: key }),
  });
  return provider(model);
}

function makeAnswer(
  question: SecondQuestion,
  text: string,
  usage:
    | { readonly inputTokens?: number | undefined; readonly outputTokens?: number | undefined }
    | undefined,
): Made {
  return {
    kind: 'answer',
    text,
    tokens: {
      input: countOf(usage?.inputTokens) || estimateQuestion(question),
      output: countOf(usage?.outputTokens) || estimate(text),
    },
    isKept: false,
  };
}

/** An endpoint counts for itself; what is no count is none. */
const countOf = (value: number | undefined): number =>
  value !== undefined && Number.isFinite(value) && value > 0 ? Math.min(Math.round(value), 10_000_000) : 0;

/** What went wrong in words of our own. What the endpoint says of it may hold anything, the text and the key included. */
function describeProblem(
  error: unknown,
  { isTimeOver, form }: { readonly isTimeOver: boolean; readonly form: Form },
): Problem {
  if (isTimeOver) return { reason: 'slow', why: 'it did not answer in time.', isPassing: true };
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    if (each instanceof TooLargeError)
      return { reason: 'too large', why: 'its answer was too large to read.', isPassing: false };
    if (each instanceof PointsElsewhereError)
      return {
        reason: 'refused',
        why: `it answered ${each.message}, which points elsewhere: set TOCSIN_SECOND_URL to the final address.`,
        isPassing: false,
      };
    const { status, headers } = readStatus(each);
    if (status !== undefined) return describeStatus(status, { headers, form });
    if ('code' in each && typeof each.code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(each.code))
      return { reason: 'down', why: `no connection (${each.code}).`, isPassing: true };
  }
  return { reason: 'down', why: 'no connection.', isPassing: true };
}

function readStatus(error: Error): { status?: number; headers: Readonly<Record<string, unknown>> } {
  const { statusCode, responseHeaders } = error as { statusCode?: unknown; responseHeaders?: unknown };
  const headers =
    typeof responseHeaders === 'object' && responseHeaders !== null ? { ...responseHeaders } : {};
  return typeof statusCode === 'number' ? { status: statusCode, headers } : { headers };
}

function describeStatus(
  status: number,
  { headers, form }: { readonly headers: Readonly<Record<string, unknown>>; readonly form: Form },
): Problem {
  if (status >= 200 && status < 300)
    return { reason: 'no answer', why: 'what it sent is no answer of a chat.', isPassing: false };
  if (status === 401 || status === 403)
    return {
      reason: 'refused',
      why: `it refused the key (${status}): look at TOCSIN_SECOND_KEY.`,
      isPassing: false,
    };
  if (status === 404)
    return {
      reason: 'refused',
      why: 'it knows no such address or model (404): look at TOCSIN_SECOND_URL and TOCSIN_SECOND_MODEL.',
      isPassing: false,
    };
  if (status === 429) {
    const asked = /^\d{1,6}$/.exec(String(headers['retry-after'] ?? ''));
    return {
      reason: 'limited',
      why: 'it limits the rate (429).',
      isPassing: true,
      ...(asked === null ? {} : { pause: Number(asked[0]) * 1000 }),
    };
  }
  if (status === 400 || status === 415 || status === 422)
    return {
      reason: 'refused',
      why: `it refused the question (${status}).`,
      isPassing: false,
      isForm: form !== 'text',
    };
  return {
    reason: status >= 500 || status === 408 ? 'down' : 'refused',
    why: `it answered ${status}.`,
    isPassing: status >= 500 || status === 408,
  };
}
