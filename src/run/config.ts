import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StoreError } from '../model/errors.ts';
import { type Config, SETTINGS, type Setting } from './settings.ts';
import { UsageError } from './usage.ts';

export { type Config, SETTINGS, type Setting } from './settings.ts';

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
    public: 'none',
    maxPage: 20,
    login: false,
    allowPrivate: false,
    telegramRoot: 'https://api.telegram.org',
    second: 'off',
    secondCalls: 500,
    secondTokens: 1_000_000,
    secondPerMinute: 20,
    secondTimeout: 60,
  };
  const given = others.map((setting) => [setting.name, pick(setting, sources, file)] as const);
  return Object.freeze({
    ...defaults,
    ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
  });
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
