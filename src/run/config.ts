import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { StoreError } from '../model/errors.ts';
import { UsageError } from './usage.ts';

/** Everything that can be set, read once at the start and passed down. */
export interface Config {
  /** Full path of the folder in which pages and readings are kept. */
  readonly data: string;
  readonly port: number;
  readonly host: string;
  /** Largest page that is read, in megabytes. */
  readonly maxPage: number;
  /** Whether addresses of this machine and its network may be fetched. */
  readonly allowPrivate: boolean;
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

function parseText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 4096 ? value : undefined;
}

/** A plain decimal number; no `1e3`, `0x10` or empty text, which JavaScript takes for numbers. */
function parseNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' && /^\d{1,9}(\.\d{1,9})?$/.test(value) ? Number(value) : undefined;
}

function parsePort(value: unknown): number | undefined {
  const port = parseNumber(value);
  return port !== undefined && Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : undefined;
}

function parseMegabytes(value: unknown): number | undefined {
  const megabytes = parseNumber(value);
  return megabytes !== undefined && megabytes > 0 && megabytes <= 200 ? megabytes : undefined;
}

function parseTruth(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  if (/^(1|true|yes|on)$/i.test(value)) return true;
  return /^(0|false|no|off)$/i.test(value) ? false : undefined;
}

function parseAddress(value: unknown): string | undefined {
  const text = parseText(value);
  return text !== undefined && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
    ? text
    : undefined;
}

/** The token becomes a part of an address, so nothing else fits. */
function parseToken(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{1,20}:[\w-]{1,200}$/.test(value) ? value : undefined;
}

function parseChat(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^(-?\d{1,20}|@\w{1,64})$/.test(text) ? text : undefined;
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
    name: 'telegramRoot',
    variable: 'TOCSIN_TELEGRAM_ROOT',
    isInFile: true,
    meaning: 'server of the Telegram Bot API',
    fallback: 'https://api.telegram.org',
    kind: 'an address that begins with https:// or http://',
    parse: parseAddress,
  },
];

/** Name of the file with settings in the data folder. */
export const CONFIG_FILE = 'tocsin.json';

/** Where settings come from; all of it is handed in. */
export interface ConfigSources {
  /** Options of the command line by their names in `Config`; absent ones were not given. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

/**
 * Reads the settings: a flag goes before the environment, that before the file `tocsin.json` in the data folder, that before
 * the default.
 *
 * @throws UsageError for a value that does not fit, with the place where it stands.
 * @throws StoreError where the file cannot be read.
 * @example
 * readConfig({ flags: { port: '8080' }, env: {}, platform: 'linux', home: '/home/ada' }).data; // '/home/ada/.local/share/tocsin'
 */
export function readConfig(sources: ConfigSources): Config {
  const [data, ...others] = SETTINGS.map((setting) => setting);
  const folder = resolve(String(pick(data!, sources, {}) ?? findDataFolder(sources)));
  const file = readConfigFile(join(folder, CONFIG_FILE));
  const defaults: Config = {
    data: folder,
    port: 7077,
    host: '127.0.0.1',
    maxPage: 20,
    allowPrivate: false,
    telegramRoot: 'https://api.telegram.org',
  };
  const given = others.map((setting) => [setting.name, pick(setting, sources, file)] as const);
  return Object.freeze({
    ...defaults,
    ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
  });
}

/** The settings of this process. */
export function readProcessConfig(flags: Readonly<Record<string, unknown>>): Config {
  return readConfig({ flags, env: process.env, platform: process.platform, home: homedir() });
}

/** Where the platform keeps application data. */
export function findDataFolder({ env, platform, home }: Omit<ConfigSources, 'flags'>): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'tocsin');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'tocsin');
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'tocsin');
}

function pick(
  setting: Setting,
  { flags, env }: ConfigSources,
  file: Readonly<Record<string, unknown>>,
): unknown {
  const flag = setting.flag === undefined ? undefined : flags[setting.name];
  if (flag !== undefined) return check(setting, flag, setting.flag!.split(' ')[0]!);
  const variable = env[setting.variable];
  if (variable !== undefined && variable !== '') return check(setting, variable, setting.variable);
  return setting.isInFile && file[setting.name] !== undefined
    ? check(setting, file[setting.name], `${setting.name} in ${CONFIG_FILE}`)
    : undefined;
}

function check(setting: Setting, value: unknown, where: string): string | number | boolean {
  const parsed = setting.parse(value);
  if (parsed !== undefined) return parsed;
  const shown = setting.isSecret === true ? 'what is given' : JSON.stringify(value)?.slice(0, 80);
  throw new UsageError(`${where}: ${shown} does not fit`, `Give ${setting.kind}: the ${setting.meaning}.`);
}

function readConfigFile(path: string): Readonly<Record<string, unknown>> {
  const text = readIfThere(path);
  if (text === undefined) return {};
  const names = SETTINGS.filter((setting) => setting.isInFile).map((setting) => setting.name);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `${path} is no valid JSON (${error instanceof Error ? error.message : String(error)})`,
      'Mend or remove it.',
    );
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new UsageError(`${path} holds no settings`, 'Write them as {"port": 7077}.');
  const unknown = Object.keys(content).find((key) => !(names as readonly string[]).includes(key));
  if (unknown !== undefined)
    throw new UsageError(`${path}: "${unknown}" is no setting`, `Those that are: ${names.join(', ')}.`);
  return content as Readonly<Record<string, unknown>>;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new StoreError(path, `cannot be read (${code})`, 'Give yourself permission to read it.', {
      cause: error,
    });
  }
}
