import { describe, expect, test } from 'vitest';
import { StoreError } from '../model/errors.ts';
import { makeStoreError } from './failures.ts';

const fail = (facts: object, message = 'it failed') =>
  makeStoreError('/data/store.db', Object.assign(new Error(message), facts));

describe('makeStoreError', () => {
  test.each([
    [{ code: 'ENOSPC' }, /disk is full.*\(ENOSPC\)\. Free some space/u],
    [{ code: 'EMFILE' }, /no more open files.*ulimit/u],
    [{ code: 'EROFS' }, /read-only/u],
    [{ code: 'SQLITE_FULL', rawCode: 13 }, /disk is full/u],
    [{ code: 'SQLITE_IOERR_WRITE', rawCode: 778 }, /disk failed.*\(SQLITE_IOERR_WRITE\)/u],
    [{ code: 'UNKNOWN_SQLITE_ERROR_1544', rawCode: 1544 }, /read-only/u],
    [{ code: 'SQLITE_BUSY', rawCode: 5 }, /another process has kept it locked.*Wait/u],
    [{ code: 'SQLITE_CORRUPT_VTAB', rawCode: 267 }, /damaged.*backup/u],
    [{}, /the store failed: it failed\. Run the check/u],
  ])('%j', (facts, message) => {
    const error = fail(facts);
    expect(error).toBeInstanceOf(StoreError);
    expect(error.message).toMatch(message);
    expect(error.message.startsWith('/data/store.db: ')).toBe(true);
    expect(error.cause).toBeInstanceOf(Error);
  });

  test('knows an opening that failed by its message', () => {
    expect(fail({}, 'ConnectionFailed("Unable to open connection to local database x: 14")').message).toMatch(
      /cannot be opened/u,
    );
  });

  test('leaves a StoreError as it is, and takes whatever was thrown', () => {
    const error = new StoreError('a', 'b', 'C.');
    expect(makeStoreError('x', error)).toBe(error);
    expect(makeStoreError('x', 'a text').message).toMatch(/a text/u);
  });
});
