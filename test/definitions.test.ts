import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../src/disseminate/api/api.ts';
import { DefinitionSchema } from '../src/disseminate/api/schemas/definition.ts';
import type { Definition, DefinitionTrial } from '../src/model/definition.ts';
import type { Desk } from '../src/model/desk.ts';
import { openKarvoniaStore, plainEngine, type TestStore } from './setup/karvonia-store.ts';
import { openRealDesk } from './setup/real-desk.ts';

/* Definitions of warning problems over the API: who may write, what is refused, and what is kept of it. */

const OWN = { host: '127.0.0.1:7077', origin: 'http://127.0.0.1:7077', 'sec-fetch-site': 'same-origin' };
const WRITE = { ...OWN, 'content-type': 'application/json', 'x-tocsin-write': '1' };
const LIBRARY = new URL('../data/problems/', import.meta.url);

let kept: TestStore;
let data: string;
let desk: Desk;
let minute = 0;
const now = () => `2031-05-22T10:${`${minute}`.padStart(2, '0')}:00.000Z`;

beforeEach(async () => {
  minute = 0;
  kept = await openKarvoniaStore();
  data = mkdtempSync(join(tmpdir(), 'tocsin-definitions-'));
  desk = await openRealDesk(kept.store, now, data);
});
afterEach(async () => {
  await kept.dispose();
  rmSync(data, { recursive: true });
});

interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly host?: string;
}

async function ask<Answer = Definition>(
  path: string,
  { method = 'GET', body, headers = WRITE, host = '127.0.0.1' }: Asked = {},
): Promise<{ readonly status: number; readonly answer: Answer }> {
  const { store } = kept;
  const app = createApp({ store, engine: plainEngine, desk, name: 'tocsin 0.0.0-test', now, host });
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await app.request(`http://127.0.0.1:7077/api/v1/problems/${path}`, init);
  return { status: response.status, answer: (await response.json()) as Answer };
}

const put = (id: string, body: unknown, more: Asked = {}) =>
  ask<Definition & { readonly detail: string; readonly errors: readonly unknown[] }>(`${id}/definition`, {
    method: 'PUT',
    body,
    ...more,
  });

const CHANGE = ['title: Coup in Mali, Burkina Faso or Niger', 'title: Coup in the central Sahel'] as const;

describe('a definition', () => {
  it('is answered with its text, and is not the desk’s own where it comes with the program', async () => {
    const { status, answer } = await ask('coup-sahel/definition');
    expect(status).toBe(200);
    expect(DefinitionSchema.safeParse(answer).success).toBe(true);
    expect(answer).toMatchObject({ file: 'coup-sahel.yaml', isOwn: false, isCurrent: true, versions: [] });
    expect(answer.text).toBe(readFileSync(new URL('coup-sahel.yaml', LIBRARY), 'utf8'));
    expect((await ask('no-such-problem/definition')).status).toBe(404);
  });

  it('is written beside copies of all the others, and both versions are kept', async () => {
    const before = (await ask('coup-sahel/definition')).answer;
    minute = 5;
    const { status, answer } = await put('coup-sahel', {
      text: before.text.replace(...CHANGE),
      base: before.version,
    });
    expect(status).toBe(200);
    expect(answer).toMatchObject({ isOwn: true, isCurrent: true });
    const own = join(data, 'problems');
    const library = readdirSync(LIBRARY).filter((name) => /\.(yaml|json)$/.test(name));
    expect(readdirSync(own).toSorted()).toEqual(library.toSorted());
    expect(readFileSync(join(own, 'coup-sahel.yaml'), 'utf8')).toBe(answer.text);
    expect((await desk.getBoard()).rows).toHaveLength(8);
    expect(answer.versions.map(({ version }) => version)).toEqual([answer.version, before.version]);
    const old = await ask(`coup-sahel/definition?version=${before.version}`);
    expect(old.answer).toMatchObject({ text: before.text, isCurrent: false, version: before.version });
  });

  it('is known as of an instant by the version that was in use then', async () => {
    const before = (await ask('coup-sahel/definition')).answer;
    minute = 5;
    const first = (await put('coup-sahel', { text: `${before.text}\n# 1\n`, base: before.version })).answer;
    minute = 9;
    const second = (await put('coup-sahel', { text: `${before.text}\n# 2\n`, base: first.version })).answer;
    const then = await ask('coup-sahel/definition?asOf=2031-05-22T10:07:00Z');
    expect(then.answer.version).toBe(first.version);
    expect(then.answer.versions.map(({ version }) => version)).not.toContain(second.version);
    expect((await ask('coup-sahel/definition?asOf=2031-05-22T10:04:00Z')).status).toBe(404);
    const later = `coup-sahel/definition?asOf=2031-05-22T10:07:00Z&version=${second.version}`;
    expect((await ask(later)).status).toBe(404);
  });

  it('is refused with its faults, each with its line, and nothing is written', async () => {
    const { text, version } = (await ask('coup-sahel/definition')).answer;
    const wrong = text.replace('halfLife: 730', 'halfLife: never');
    const { status, answer } = await put('coup-sahel', { text: wrong, base: version });
    expect(status).toBe(422);
    const line = text.split('\n').findIndex((each) => each.includes('halfLife: 730')) + 1;
    expect(answer.errors).toEqual([
      { field: `line ${line}`, detail: 'baseRate.halfLife: "never" should be a number' },
    ]);
    expect(existsSync(join(data, 'problems'))).toBe(false);
    const checked = await ask<{ readonly faults: readonly unknown[] }>('coup-sahel/definition/check', {
      method: 'POST',
      body: { text: wrong },
    });
    expect(checked.answer.faults).toEqual([
      { line, message: 'baseRate.halfLife: "never" should be a number' },
    ]);
    const other = await put('coup-sahel', {
      text: text.replace('id: coup-sahel', 'id: coup'),
      base: version,
    });
    expect(other.answer.detail).toContain('"coup" is another problem than "coup-sahel"');
  });

  it('is refused where it would read others in a circle', async () => {
    const { text, version } = (await ask('cross-border-rockets-lebanon-israel/definition')).answer;
    const sign = `indicators:
  - id: back
    title: T
    why: W
    direction: for
    strength: slight
    halfLife: 14
    level: { problem: interstate-strike-iran-israel, least: high }
`;
    const { status, answer } = await put('cross-border-rockets-lebanon-israel', {
      text: text.replace('indicators:\n', sign),
      base: version,
    });
    expect(status).toBe(422);
    expect(answer.detail).toContain('goes round in a circle');
  });

  it('does not overwrite a version that was not seen', async () => {
    const { text, version } = (await ask('coup-sahel/definition')).answer;
    const first = await put('coup-sahel', { text: `${text}\n# mine\n`, base: version });
    expect(first.status).toBe(200);
    const second = await put('coup-sahel', { text: `${text}\n# theirs\n`, base: version });
    expect(second.status).toBe(409);
    expect(second.answer.detail).toContain('another version is in use by now');
    expect((await put('coup-sahel', { text })).status).toBe(409);
    expect((await ask('coup-sahel/definition')).answer.text).toContain('# mine');
  });

  it('changed by hand meanwhile is not overwritten either', async () => {
    const { text, version } = (await ask('coup-sahel/definition')).answer;
    const { version: own } = (await put('coup-sahel', { text: `${text}\n# mine\n`, base: version })).answer;
    writeFileSync(join(data, 'problems', 'coup-sahel.yaml'), `${text}\n# by hand\n`);
    expect((await put('coup-sahel', { text, base: own })).status).toBe(409);
  });

  it('can be a new problem, but not in place of a file that cannot be used', async () => {
    const { text } = (await ask('coup-sahel/definition')).answer;
    const draft = text.replace('id: coup-sahel', 'id: coup-guinea');
    expect((await put('coup-guinea', { text: draft, base: `sha256:${'0'.repeat(64)}` })).status).toBe(404);
    const made = await put('coup-guinea', { text: draft });
    expect(made.answer).toMatchObject({ file: 'coup-guinea.yaml', isOwn: true });
    expect((await desk.getBoard()).rows).toHaveLength(9);
    writeFileSync(join(data, 'problems', 'coup-chad.yaml'), 'id: [');
    const refused = await put('coup-chad', { text: text.replace('id: coup-sahel', 'id: coup-chad') });
    expect(refused.status).toBe(409);
    expect(readFileSync(join(data, 'problems', 'coup-chad.yaml'), 'utf8')).toBe('id: [');
  });

  it('of two that are written at once only one is', async () => {
    const { text, version } = (await ask('coup-sahel/definition')).answer;
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((name) => put('coup-sahel', { text: `${text}\n# ${name}\n`, base: version })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(readdirSync(data)).toEqual(['problems']);
  });
});

describe('writing', () => {
  it.each<[string, Asked, number]>([
    ['from another site', { headers: { ...WRITE, origin: 'https://elsewhere.example' } }, 403],
    ['without the header', { headers: { ...OWN, 'content-type': 'application/json' } }, 403],
    ['through a proxy', { headers: { ...WRITE, via: '1.1 gate' } }, 401],
    ['where others can reach the server', { host: '0.0.0.0' }, 401],
    ['of something else', { body: { text: 'a', more: 1 } }, 400],
    ['of far too much', { body: { text: 'a'.repeat(3_000_000) } }, 413],
    ['of a base that is none', { body: { text: 'a', base: 'latest' } }, 400],
  ])('%s is refused', async (_, more, status) => {
    const { text, version } = (await ask('coup-sahel/definition')).answer;
    const answer = await put('coup-sahel', { text: `${text}\n`, base: version }, more);
    expect(answer.status).toBe(status);
    expect(existsSync(join(data, 'problems'))).toBe(false);
  });

  it('leaves a folder of the desk’s own as it is, but for the one file', async () => {
    const own = join(data, 'problems');
    mkdirSync(own);
    const text = readFileSync(new URL('coup-sahel.yaml', LIBRARY), 'utf8');
    writeFileSync(join(own, 'my-coup.yml'), text);
    writeFileSync(join(own, 'bad.yaml'), 'id: [');
    const { version } = (await ask('coup-sahel/definition')).answer;
    const { answer } = await put('coup-sahel', { text: text.replace(...CHANGE), base: version });
    expect(answer).toMatchObject({ file: 'my-coup.yml', isOwn: true });
    expect(readdirSync(own).toSorted()).toEqual(['bad.yaml', 'my-coup.yml']);
  });
});

describe('a file that cannot be used', () => {
  const own = () => join(data, 'problems', 'coup-sahel.yaml');
  /** The desk's own folder, with one file spoilt from outside. */
  async function spoil(text: (good: string) => string): Promise<string> {
    const { answer } = await ask('coup-sahel/definition');
    const { status } = await put('coup-sahel', {
      base: answer.version,
      text: answer.text.replace(...CHANGE),
    });
    expect(status).toBe(200);
    const good = readFileSync(own(), 'utf8');
    writeFileSync(own(), text(good));
    return good;
  }

  it('is listed with its fault, read and mended, though it is no YAML', async () => {
    const good = await spoil((text) => text.replace('horizons: [7, 30]', 'horizons: [7, 30'));
    const board = await desk.getBoard();
    expect(board.rows.map(({ problem }) => problem)).not.toContain('coup-sahel');
    expect(board.broken).toEqual([{ problem: 'coup-sahel', file: 'coup-sahel.yaml' }]);

    const { status, answer } = await ask('coup-sahel/definition');
    expect(status).toBe(200);
    expect(DefinitionSchema.safeParse(answer).success).toBe(true);
    expect(answer).toMatchObject({ file: 'coup-sahel.yaml', isOwn: true, isCurrent: false, tell: [] });
    expect(answer.text).toContain('horizons: [7, 30\n');
    expect(answer.faults.length).toBeGreaterThan(0);
    expect(answer.versions.length).toBe(2);

    const without = await put('coup-sahel', { text: good });
    expect(without.status).toBe(409);
    const still = await put('coup-sahel', { base: answer.version, text: `${answer.text}\n# no change` });
    expect(still.status).toBe(422);
    const mended = await put('coup-sahel', { base: answer.version, text: good });
    expect(mended).toMatchObject({ status: 200, answer: { isCurrent: true, faults: [] } });
    expect(readFileSync(own(), 'utf8')).toBe(good);
    expect((await desk.getBoard()).broken).toEqual([]);
  });

  it('goes by its name where its text states no id', async () => {
    await spoil(() => '{ [ nothing of the kind');
    expect((await desk.getBoard()).broken).toEqual([{ problem: 'coup-sahel', file: 'coup-sahel.yaml' }]);
  });

  it('hides no problem that has its id and can be used', async () => {
    const good = await spoil((text) => text);
    writeFileSync(join(data, 'problems', 'twin.yaml'), good);
    expect((await desk.getBoard()).broken).toEqual([{ problem: 'twin', file: 'twin.yaml' }]);
    expect((await ask('coup-sahel/definition')).answer.isCurrent).toBe(true);
    expect((await ask('twin/definition')).answer.faults).toHaveLength(1);
  });
});

describe('changes of a definition', () => {
  const edit = (base: string, more: object = {}) => ({
    base,
    by: 'Ann Example',
    note: 'they said so twice',
    edits: [
      { edit: 'hypothesis', title: 'A palace coup', why: 'Guards act alone.', answer: 'yes', share: 3 },
      { edit: 'hypothesis', title: 'Only rumours', why: 'They come every year.', answer: 'no', share: 3 },
    ],
    ...more,
  });
  const attempt = (body: unknown) =>
    ask<DefinitionTrial & { readonly detail: string }>('coup-sahel/definition/try', { method: 'POST', body });

  it('are tried by the assessment of the desk itself, and nothing is written', async () => {
    const { version, text } = (await ask('coup-sahel/definition')).answer;
    const { status, answer } = await attempt(edit(version));
    expect(status).toBe(200);
    expect(answer.faults).toEqual([]);
    expect(answer.text).toContain('# 2031-05-22 Ann Example: they said so twice');
    expect(answer.assessment?.matrix?.hypotheses.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['A palace coup', 'Only rumours']),
    );
    expect((await ask('coup-sahel/definition')).answer.text).toBe(text);
    // What was shown is what it becomes once it is in use.
    await put('coup-sahel', { text: answer.text, base: version });
    const now = await desk.getAssessment('coup-sahel', answer.assessment?.asOf);
    expect(now?.matrix).toEqual(answer.assessment?.matrix);
    expect(now?.horizons).toEqual(answer.assessment?.horizons);
    expect((await attempt(edit(version))).status).toBe(409);
  });

  it('are answered with the faults that they would make', async () => {
    const { version } = (await ask('coup-sahel/definition')).answer;
    const [first] = (await desk.getAssessment('coup-sahel'))!.contributions;
    const edits = [{ edit: 'tells', sign: first!.id, hypothesis: 'no-such-hypothesis', strength: 'strong' }];
    const { answer } = await attempt(edit(version, { edits }));
    expect(answer.faults.map(({ message }) => message).join()).toContain('no-such-hypothesis');
    expect(answer.assessment).toBeUndefined();
  });

  it.each([
    ['a sign that is not there', { edits: [{ edit: 'strength', sign: 'none', strength: 'strong' }] }],
    ['no reason', { note: ' ' }],
    ['nobody', { by: '' }],
    ['no change', { edits: [] }],
    ['a word that is none', { edits: [{ edit: 'strength', sign: 'none', strength: 'enormous' }] }],
  ])('are refused with %s', async (_, more) => {
    const { version } = (await ask('coup-sahel/definition')).answer;
    expect((await attempt(edit(version, more))).status).toBe(400);
  });
});
