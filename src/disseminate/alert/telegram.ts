import { Api, GrammyError, HttpError } from 'grammy';
import {
  type Channel,
  ChannelError,
  describeNetworkError,
  isPassing,
  limitPatience,
  PATIENCE,
  type Receipt,
} from './channel.ts';
import { formatAnyAlert, formatBriefMessage } from './text.ts';

export interface TelegramOptions {
  readonly token: string;
  /** Number of the chat, or `@name` of a channel. */
  readonly chat: string;
  /** Server of the Bot API, without a slash at the end. */
  readonly root: string;
  /** Milliseconds. */
  readonly patience?: number;
}

/**
 * Tells of alerts in a Telegram chat: one message for an alert, whose text each update replaces. A message that somebody has
 * deleted is sent anew.
 */
export function makeTelegramChannel({ token, chat, root, patience = PATIENCE }: TelegramOptions): Channel {
  const api = new Api(token, {
    apiRoot: root.replace(/\/+$/, ''),
    // There for the case that our own limit, which comes first, does not end the request.
    timeoutSeconds: patience / 1000 + 1,
    baseFetchConfig: { size: MAX_ANSWER },
  });
  // The client has its own type for the signals of every platform.
  const call = <Answer>(
    ask: (signal: Signal) => Promise<Answer>,
    stop: AbortSignal | undefined,
  ): Promise<Answer> =>
    ask(limitPatience(patience, stop) as unknown as Signal).catch((error: unknown) => {
      throw makeChannelError(error);
    });
  const send = async (text: string, stop: AbortSignal | undefined): Promise<Receipt> => {
    const sent = await call((signal) => api.sendMessage(chat, text, PLAIN, signal), stop);
    return { message: formatMessage(chat, sent.message_id) };
  };
  return {
    name: 'telegram',
    sendBrief: (brief, stop) => send(formatBriefMessage(brief.content), stop),
    send: async (alert, previous, stop) => {
      const text = formatAnyAlert(alert.content);
      const message = parseMessage(previous, chat);
      if (message === undefined) return send(text, stop);
      const same = { message: formatMessage(chat, message) };
      try {
        await call((signal) => api.editMessageText(chat, message, text, PLAIN, signal), stop);
        return same;
      } catch (error) {
        const problem = error instanceof ChannelError ? error.message : '';
        // It stands there already: an earlier attempt had arrived after all.
        if (/message is not modified/i.test(problem)) return same;
        if (GONE.test(problem)) return send(text, stop);
        throw error;
      }
    },
  };
}

type Signal = NonNullable<Parameters<Api['sendMessage']>[3]>;

/** No parse mode, so that nothing in the text is markup; and no preview of whatever looks like an address. */
const PLAIN = { link_preview_options: { is_disabled: true } } as const;

/** Bytes of an answer; that to a message has a few thousand. */
const MAX_ANSWER = 1_000_000;

/** What Telegram says of a message that was deleted, or is too old to be changed. */
const GONE = /message to edit not found|message can't be edited|message_id_invalid|message not found/i;

/** Message ids are counted in each chat: in another one the same number is another message. */
function formatMessage(chat: string, id: number): string {
  return `${chat}/${id}`;
}

function parseMessage(text: string | undefined, chat: string): number | undefined {
  const found = /^(.*)\/(\d{1,15})$/.exec(text ?? '');
  return found?.[1] === chat ? Number(found[2]) : undefined;
}

/** No message of the client's is passed on: the address that it asked holds the token. */
function makeChannelError(error: unknown): ChannelError {
  if (error instanceof GrammyError) {
    const seconds = error.parameters.retry_after;
    return new ChannelError(
      `Telegram answered ${error.error_code}: ${String(error.description).slice(0, 200)}`,
      {
        isPassing: isPassing(error.error_code),
        ...(typeof seconds === 'number' && seconds >= 0 ? { retryAfter: seconds * 1000 } : {}),
      },
    );
  }
  if (error instanceof HttpError && !isUnreadable(error.error))
    return new ChannelError(describeNetworkError(error), { isPassing: true });
  return new ChannelError('its answer could not be understood', { isPassing: true });
}

/** Whether there was an answer that is no JSON, as a gateway in between gives it. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && 'type' in error && error.type === 'invalid-json';
}
