import { AUDIENCES, type Audience } from '../model/marking.ts';
import {
  makeParseChoice,
  makeParseWhole,
  parseAddress,
  parseChat,
  parseContact,
  parseDocuments,
  parseEndpoint,
  parseKey,
  parseMegabytes,
  parsePassword,
  parsePort,
  parsePublic,
  parseText,
  parseToken,
  parseTruth,
} from './setting-values.ts';

/** Everything that can be set, read once at the start and passed down. */
export interface Config {
  /** Full path of the folder in which pages and readings are kept. */
  readonly data: string;
  readonly port: number;
  readonly host: string;
  /** Whether even those log in who sit at the machine. */
  readonly login: boolean;
  /** Password of the account that a command makes or changes. */
  readonly password?: string;
  /** What anybody may read from anywhere. */
  readonly public: 'none' | 'score';
  /** Largest page that is read, in megabytes. */
  readonly maxPage: number;
  /** Whether addresses of this machine and its network may be fetched. */
  readonly allowPrivate: boolean;
  /** Where whoever runs a site reaches those who ask it: an address of mail or of a page. */
  readonly contact?: string;
  /** File that lists the sources; `sources.yaml` in the data folder unless given. */
  readonly sources?: string;
  /** Address to which alerts are posted; it may hold a secret. */
  readonly webhook?: string;
  /** Secret of the Telegram bot that tells of alerts. */
  readonly telegramToken?: string;
  /** Chat in which it does. */
  readonly telegramChat?: string;
  /** Server of the Telegram Bot API. */
  readonly telegramRoot: string;
  /** Whom the webhook reaches. */
  readonly webhookFor?: Audience;
  /** Whom the Telegram chat reaches. */
  readonly telegramFor?: Audience;
  /** Which documents are put to the second reader. */
  readonly second: 'off' | 'picked' | 'all';
  /** Address of a chat endpoint that speaks as OpenAI's does, up to `/v1`. */
  readonly secondUrl?: string;
  /** Name of the model, as the endpoint knows it. */
  readonly secondModel?: string;
  /** Secret that the endpoint asks for. */
  readonly secondKey?: string;
  /** Questions, and tokens in and out, that may be spent in a day of UTC. */
  readonly secondCalls: number;
  readonly secondTokens: number;
  /** Questions that may be sent in a minute. */
  readonly secondPerMinute: number;
  /** Seconds to wait for an answer. */
  readonly secondTimeout: number;
}

type SettingName = keyof Config;

/** One thing that can be set: on the command line, in the environment, or in `tocsin.json` in the data folder. */
export interface Setting {
  readonly name: SettingName;
  /** Absent where it can only stand in the environment or the file: a command line can be read by everybody on the machine. */
  readonly flag?: string;
  readonly variable: string;
  /** False for what cannot stand in the file, since it says where the file is. */
  readonly isInFile: boolean;
  /** True for what no message may show. */
  readonly isSecret?: boolean;
  readonly meaning: string;
  readonly fallback: string;
  /** What fits. */
  readonly kind: string;
  /** The value where it fits, else undefined. By hand, since every command waits for this file. */
  readonly parse: (value: unknown) => string | number | boolean | undefined;
}

export const SETTINGS: readonly Setting[] = [
  {
    name: 'data',
    flag: '--data FOLDER',
    variable: 'TOCSIN_DATA',
    isInFile: false,
    meaning: 'folder in which pages and readings are kept',
    fallback: 'the platform’s folder for application data',
    kind: 'a path',
    parse: parseText,
  },
  {
    name: 'port',
    flag: '--port NUMBER',
    variable: 'TOCSIN_PORT',
    isInFile: true,
    meaning: 'port of the workbench and the API; 0 takes any free one',
    fallback: '7077',
    kind: 'a whole number from 0 to 65535',
    parse: parsePort,
  },
  {
    name: 'host',
    flag: '--host ADDRESS',
    variable: 'TOCSIN_HOST',
    isInFile: true,
    meaning: 'address on which the workbench and the API listen',
    fallback: '127.0.0.1',
    kind: 'an address or name of this machine',
    parse: parseText,
  },
  {
    name: 'login',
    flag: '--login',
    variable: 'TOCSIN_LOGIN',
    isInFile: true,
    meaning: 'whether people log in on this machine too; from others they always do',
    fallback: 'no',
    kind: 'yes or no',
    parse: parseTruth,
  },
  {
    name: 'password',
    variable: 'TOCSIN_PASSWORD',
    isInFile: false,
    isSecret: true,
    meaning: 'password for `tocsin account add` and `tocsin account password`, where it is not typed',
    fallback: 'asked for',
    kind: 'a password',
    parse: parsePassword,
  },
  {
    name: 'public',
    variable: 'TOCSIN_PUBLIC',
    isInFile: true,
    meaning: 'what anybody may read without leave, under any name and from any site: nothing, or the scores',
    fallback: 'none',
    kind: 'none or score',
    parse: parsePublic,
  },
  {
    name: 'maxPage',
    flag: '--max-page MB',
    variable: 'TOCSIN_MAX_PAGE',
    isInFile: true,
    meaning: 'largest page that is read, in megabytes after unpacking',
    fallback: '20',
    kind: 'a number above 0, at most 200',
    parse: parseMegabytes,
  },
  {
    name: 'allowPrivate',
    flag: '--allow-private',
    variable: 'TOCSIN_ALLOW_PRIVATE',
    isInFile: true,
    meaning: 'whether addresses of this machine and its network may be fetched',
    fallback: 'no',
    kind: 'yes or no',
    parse: parseTruth,
  },
  {
    name: 'contact',
    flag: '--contact ADDRESS',
    variable: 'TOCSIN_CONTACT',
    isInFile: true,
    meaning: 'mail or web address at which sites that are asked for pages reach you',
    fallback: 'none: they see the program and its version',
    kind: 'a mail address or one that begins with https:',
    parse: parseContact,
  },
  {
    name: 'sources',
    flag: '--sources FILE',
    variable: 'TOCSIN_SOURCES',
    isInFile: true,
    meaning: 'file that lists the feeds to collect from',
    fallback: '`sources.yaml` in the data folder',
    kind: 'a path',
    parse: parseText,
  },
  {
    name: 'webhook',
    variable: 'TOCSIN_WEBHOOK',
    isInFile: true,
    isSecret: true,
    meaning: 'address to which signed alerts are posted',
    fallback: 'none',
    kind: 'an address that begins with https:// or http://',
    parse: parseAddress,
  },
  {
    name: 'webhookFor',
    variable: 'TOCSIN_WEBHOOK_FOR',
    isInFile: true,
    meaning: 'whom the webhook reaches; what is marked for fewer (TLP) is not sent there',
    fallback: 'recipients',
    kind: 'public, recipients or desk',
    parse: makeParseChoice(AUDIENCES),
  },
  {
    name: 'telegramToken',
    variable: 'TOCSIN_TELEGRAM_TOKEN',
    isInFile: true,
    isSecret: true,
    meaning: 'token of the Telegram bot that tells of alerts, as BotFather gave it',
    fallback: 'none',
    kind: 'digits, a colon and the secret, as in 123456:ABC',
    parse: parseToken,
  },
  {
    name: 'telegramChat',
    variable: 'TOCSIN_TELEGRAM_CHAT',
    isInFile: true,
    meaning: 'Telegram chat or channel in which the bot tells of alerts',
    fallback: 'none',
    kind: 'the chat’s number, or @ and the channel’s name',
    parse: parseChat,
  },
  {
    name: 'telegramFor',
    variable: 'TOCSIN_TELEGRAM_FOR',
    isInFile: true,
    meaning: 'whom the Telegram chat reaches; what is marked for fewer (TLP) is not sent there',
    fallback: '`public` for a channel with an @name, else `recipients`',
    kind: 'public, recipients or desk',
    parse: makeParseChoice(AUDIENCES),
  },
  {
    name: 'telegramRoot',
    variable: 'TOCSIN_TELEGRAM_ROOT',
    isInFile: true,
    meaning: 'server of the Telegram Bot API',
    fallback: 'https://api.telegram.org',
    kind: 'an address that begins with https:// or http://',
    parse: parseAddress,
  },
  {
    name: 'second',
    flag: '--second [DOCUMENTS]',
    variable: 'TOCSIN_SECOND',
    isInFile: true,
    meaning:
      'documents that the second reader, a language model, is asked about: off, picked (by its rule) or all',
    fallback: 'off',
    kind: 'off, picked or all',
    parse: parseDocuments,
  },
  {
    name: 'secondUrl',
    variable: 'TOCSIN_SECOND_URL',
    isInFile: true,
    meaning: 'address of the second reader’s endpoint, up to /v1; any that speaks as OpenAI’s chat does',
    fallback: 'none',
    kind: 'an address that begins with https:// or http://, without name and password',
    parse: parseEndpoint,
  },
  {
    name: 'secondModel',
    variable: 'TOCSIN_SECOND_MODEL',
    isInFile: true,
    meaning: 'name of the second reader’s model, as its endpoint knows it',
    fallback: 'none',
    kind: 'a name',
    parse: parseText,
  },
  {
    name: 'secondKey',
    variable: 'TOCSIN_SECOND_KEY',
    isInFile: true,
    isSecret: true,
    meaning: 'key that the second reader’s endpoint asks for',
    fallback: 'none',
    kind: 'the key, without white space',
    parse: parseKey,
  },
  {
    name: 'secondCalls',
    variable: 'TOCSIN_SECOND_CALLS',
    isInFile: true,
    meaning: 'questions to the second reader in one day (UTC); attempts that fail count',
    fallback: '500',
    kind: 'a whole number from 0 to 1000000',
    parse: makeParseWhole(0, 1_000_000),
  },
  {
    name: 'secondTokens',
    variable: 'TOCSIN_SECOND_TOKENS',
    isInFile: true,
    meaning: 'tokens in and out that the second reader may use in one day (UTC)',
    fallback: '1000000',
    kind: 'a whole number from 0 to 999999999',
    parse: makeParseWhole(0, 999_999_999),
  },
  {
    name: 'secondPerMinute',
    variable: 'TOCSIN_SECOND_PER_MINUTE',
    isInFile: true,
    meaning: 'questions to the second reader in one minute',
    fallback: '20',
    kind: 'a whole number from 1 to 6000',
    parse: makeParseWhole(1, 6000),
  },
  {
    name: 'secondTimeout',
    variable: 'TOCSIN_SECOND_TIMEOUT',
    isInFile: true,
    meaning: 'seconds to wait for an answer of the second reader',
    fallback: '60',
    kind: 'a whole number from 1 to 600',
    parse: makeParseWhole(1, 600),
  },
];
