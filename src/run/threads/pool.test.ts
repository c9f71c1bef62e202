import { afterEach, expect, test } from 'vitest';
import { PageError } from '../../model/errors.ts';
import { ThreadPool } from './pool.ts';

/** What the threads are asked to do. */
type Task = 'number' | 'hang' | 'eat' | 'leave' | 'fault' | 'page error';

/** Each thread answers with its own number, so that one can see which was used again. */
const THREAD = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads';
    const kept = [];
    const acts = {
      'number': () => ({ result: threadId }),
      'hang': () => { for (;;); },
      'eat': () => { for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => ({ i }))); },
      'leave': () => process.exit(0),
      'fault': () => ({ fault: 'something broke' }),
      'page error': () => ({ failure: { source: 'a.html', problem: 'is empty', remedy: 'Save it again.' } }),
    };
    parentPort.on('message', ({ task }) => parentPort.postMessage(acts[task]()));
  `)}`,
);

let pool: ThreadPool<Task, number>;
afterEach(() => pool.close());

function open(more: Partial<ConstructorParameters<typeof ThreadPool>[0]> = {}): void {
  pool = new ThreadPool({ file: THREAD, ...more });
}

test('a thread is used again', async () => {
  open();
  const first = await pool.run('number', 'a');
  expect(await pool.run('number', 'b')).toBe(first);
});

test('no more threads are used than allowed; the others wait and are all answered', async () => {
  open({ threads: 2 });
  const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => pool.run('number', `${i}`)));
  expect(new Set(answers).size).toBeLessThanOrEqual(2);
});

test('what takes too long is ended, and those behind it are answered by another thread', async () => {
  open({ threads: 1, limit: 3000 });
  const hanging = pool.run('hang', 'endless.html');
  const behind = pool.run('number', 'b');
  await expect(hanging).rejects.toThrow(
    new PageError(
      'endless.html',
      'takes more than 3 seconds to read; reading stopped there',
      'Give the article alone, without the rest of the page.',
    ),
  );
  expect(await behind).toEqual(expect.any(Number));
});

test('what takes too much memory is ended, and the program goes on', async () => {
  open({ memory: 20 });
  await expect(pool.run('eat', 'heavy.html')).rejects.toThrow(/^heavy\.html: takes more memory to read/);
  expect(await pool.run('number', 'b')).toEqual(expect.any(Number));
});

test('a thread that leaves fails its task alone', async () => {
  open({ threads: 1 });
  const [left, after] = await Promise.allSettled([pool.run('leave', 'a'), pool.run('number', 'b')]);
  expect([left.status, after.status]).toEqual(['rejected', 'fulfilled']);
});

test('errors come back as what they were, and the thread goes on', async () => {
  open({ threads: 1 });
  const first = await pool.run('number', 'a');
  await expect(pool.run('page error', 'a.html')).rejects.toThrow(
    new PageError('a.html', 'is empty', 'Save it again.'),
  );
  await expect(pool.run('fault', 'b')).rejects.toThrow(/^something broke$/);
  expect(await pool.run('number', 'c')).toBe(first);
});

test('past the number that may wait, tasks are refused', async () => {
  open({ threads: 1, waiting: 2 });
  const tasks = Array.from({ length: 4 }, (_, i) => pool.run('number', `${i}`));
  const settled = await Promise.allSettled(tasks);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
  expect(settled[3]).toMatchObject({
    reason: { message: expect.stringMatching(/^3: is not read now, since 2 others/) },
  });
});

test('after it was closed nothing is left hanging', async () => {
  open({ threads: 1 });
  const under = pool.run('hang', 'a');
  const behind = pool.run('number', 'b');
  const settled = Promise.allSettled([under, behind]);
  await pool.close();
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(pool.run('number', 'c')).rejects.toThrow(/the program is stopping/);
});
