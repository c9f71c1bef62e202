import { decodePage } from '../collect/decode.ts';
import { type CollectLimits, DEFAULT_LIMITS } from '../collect/limits.ts';
import { collectContent } from '../collect/pages.ts';
import type { Engine, ReadRequest } from '../model/engine.ts';
import { PageError } from '../model/errors.ts';
import type { Note, Reading } from '../model/reading.ts';
import type { Reader } from '../process/read.ts';
import { describePassedOver, PassedOverCount } from './passed-over.ts';
import { makeReadFailure } from './pipeline.ts';

export interface EngineOptions {
  /** Called when a page is first to be read, since its word lists and models take a moment to load. */
  readonly loadReader: () => Reader | Promise<Reader>;
  /** Program and version. */
  readonly name: string;
  readonly now: () => string;
  readonly limits?: CollectLimits;
}

/**
 * The engine as `disseminate` and the public list use it: bytes in, readings out, nothing kept. An archive gives the readings
 * of all its pages; members that could not be read, or were passed over, are told in notes of the first.
 *
 * @example
 * const [reading] = await makeEngine({ loadReader, name, now }).read({ content: bytes, file: 'report.html' });
 */
export function makeEngine({ loadReader, name, now, limits = DEFAULT_LIMITS }: EngineOptions): Engine {
  return {
    name,
    read: async (request) => {
      const readings: Reading[] = [];
      const failures: PageError[] = [];
      const passedOver = new PassedOverCount();
      const reader = await loadReader();
      for await (const found of collectContent(request.content, { ...request, seen: now() }, limits)) {
        if (found.kind === 'failure') failures.push(found.failure);
        if (found.kind === 'skipped') passedOver.add(found);
        if (found.kind !== 'page') continue;
        try {
          readings.push(reader.read(decodePage(found.page), pickGiven(request)));
        } catch (error) {
          const failure = makeReadFailure(error, found.page);
          if (!(error instanceof PageError)) failure.cause = error;
          failures.push(failure);
        }
      }
      const [first, ...others] = readings;
      if (first === undefined) throw failures[0] ?? makeNothing(request);
      return [addNotes(first, failures, passedOver), ...others];
    },
  };
}

function pickGiven({ outlet, published, url }: ReadRequest): Parameters<Reader['read']>[1] {
  return {
    ...(outlet === undefined ? {} : { outlet }),
    ...(published === undefined ? {} : { published }),
    ...(url === undefined ? {} : { url }),
  };
}

function makeNothing({ file, url }: ReadRequest): PageError {
  return new PageError(file ?? url ?? 'the page given', 'holds nothing to read', 'Give a page.');
}

function addNotes(reading: Reading, failures: readonly PageError[], passedOver: PassedOverCount): Reading {
  const told = describePassedOver(passedOver.byReason);
  const whys = [...failures.map(({ message }) => message), ...(told === undefined ? [] : [told])];
  if (whys.length === 0) return reading;
  const notes = whys.map((why): Note => ({ type: 'skipped', why, by: 'collect@1' }));
  return { ...reading, notes: [...reading.notes, ...notes] };
}
