import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ConfigSources, findDataFolder, readConfig } from './config.ts';
import { UsageError } from './usage.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(more: Partial<ConfigSources> = {}) {
  return readConfig({
    flags: {},
    env: { TOCSIN_DATA: folder },
    platform: 'linux',
    home: '/home/ada',
    ...more,
  });
}

test.each([
  ['linux', {}, '/home/ada/.local/share/tocsin'],
  ['linux', { XDG_DATA_HOME: '/srv/data' }, '/srv/data/tocsin'],
  ['darwin', { XDG_DATA_HOME: '/srv/data' }, '/home/ada/Library/Application Support/tocsin'],
  ['win32', { LOCALAPPDATA: '/c/local' }, '/c/local/tocsin'],
] as const)('the data folder on %s with %j', (platform, env, expected) => {
  expect(findDataFolder({ platform, env, home: '/home/ada' })).toBe(expected);
});

describe('settings', () => {
  test('have defaults, and cannot be changed', () => {
    const config = read();
    expect(config).toEqual({
      data: folder,
      port: 7077,
      login: false,
      public: 'none',
      host: '127.0.0.1',
      maxPage: 20,
      allowPrivate: false,
      telegramRoot: 'https://api.telegram.org',
      second: 'off',
      secondCalls: 500,
      secondTokens: 1_000_000,
      secondPerMinute: 20,
      secondTimeout: 60,
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  test('a secret that does not fit is not shown', () => {
    const secret = 'AAH-very-secret';
    const env = { TOCSIN_DATA: folder, TOCSIN_TELEGRAM_TOKEN: `${secret}/..` };
    expect(() => read({ env })).toThrow('TOCSIN_TELEGRAM_TOKEN: what is given does not fit');
    expect(() => read({ env })).not.toThrow(secret);
    expect(() => read({ env: { TOCSIN_DATA: folder, TOCSIN_WEBHOOK: `ftp://${secret}/` } })).toThrow(
      /^TOCSIN_WEBHOOK: what is given does not fit\. Give an address/,
    );
  });

  test('the channels of alerts come from the environment or the file, not from the command line', () => {
    writeFileSync(
      join(folder, 'tocsin.json'),
      '{"telegramChat": -1001234, "webhook": "http://hooks.example/a"}',
    );
    const config = read({
      flags: { telegramToken: '1:flag' },
      env: { TOCSIN_DATA: folder, TOCSIN_TELEGRAM_TOKEN: '123456:ABC-def_1' },
    });
    expect(config).toMatchObject({
      telegramToken: '123456:ABC-def_1',
      telegramChat: '-1001234',
      webhook: 'http://hooks.example/a',
    });
  });

  test('a flag goes before the environment, that before the file', () => {
    writeFileSync(join(folder, 'tocsin.json'), '{"port": 1001, "host": "::1", "maxPage": 5}');
    const config = read({
      flags: { port: '1003' },
      env: {
        TOCSIN_DATA: folder,
        TOCSIN_PORT: '1002',
        TOCSIN_HOST: '127.0.0.2',
        TOCSIN_ALLOW_PRIVATE: 'yes',
      },
    });
    expect(config).toMatchObject({ port: 1003, host: '127.0.0.2', maxPage: 5, allowPrivate: true });
  });

  test('the data folder of a flag is the one whose file is read, made absolute', () => {
    writeFileSync(join(folder, 'tocsin.json'), '{"port": 1001}');
    expect(read({ flags: { data: folder }, env: { TOCSIN_DATA: '/elsewhere' } })).toMatchObject({
      data: folder,
      port: 1001,
    });
    expect(read({ flags: { data: 'here' } }).data).toBe(join(process.cwd(), 'here'));
  });

  test.each(['desk@example.org', 'https://desk.example/about?who=us'])('%s is a contact', (contact) => {
    expect(read({ env: { TOCSIN_DATA: folder, TOCSIN_CONTACT: contact } }).contact).toBe(contact);
  });

  test.each([
    [{ port: '70000' }, {}, /--port: "70000" does not fit/],
    [{ port: 'high' }, {}, /--port: "high" does not fit/],
    [{}, { TOCSIN_MAX_PAGE: '-1' }, /TOCSIN_MAX_PAGE: "-1" does not fit/],
    [{ contact: 'desk@example.org\r\nX-Evil: 1' }, {}, /--contact: .* does not fit/],
    [{}, { TOCSIN_CONTACT: 'javascript:alert(1)' }, /TOCSIN_CONTACT: .* does not fit/],
    [{}, { TOCSIN_ALLOW_PRIVATE: 'perhaps' }, /TOCSIN_ALLOW_PRIVATE: "perhaps" does not fit/],
  ])('%j with %j is refused', (flags, env, message) => {
    const act = () => read({ flags, env: { TOCSIN_DATA: folder, ...env } });
    expect(act).toThrow(UsageError);
    expect(act).toThrow(message);
  });

  test.each([
    [
      '{"prot": 80}',
      /"prot" is no setting\. Those that are: port, host, login, public, maxPage, allowPrivate/,
    ],
    ['{"data": "/x"}', /"data" is no setting/],
    ['{"port": ', /is no valid JSON/],
    ['[1]', /holds no settings/],
    ['{"port": "none"}', /port in tocsin\.json: "none" does not fit/],
  ])('the file %s is refused', (content, message) => {
    writeFileSync(join(folder, 'tocsin.json'), content);
    expect(() => read()).toThrow(message);
  });
});
