import { createHash } from 'node:crypto';
import { StoreError } from '../../../model/errors.ts';
import { parseInstant } from '../../instants.ts';
import type { Store } from '../../store.ts';
import type { Session } from '../session.ts';

/** Versions of problem files that came into use. */
export type ProblemVersionMethods = Pick<
  Store,
  'putProblemVersion' | 'listProblemVersions' | 'getProblemVersion'
>;

export function makeProblemVersionMethods(session: Session): ProblemVersionMethods {
  return {
    async putProblemVersion({ problem, version, since, file, text }) {
      session.checkWritable();
      const instant = parseInstant(since);
      if (instant === undefined || version !== hash(text))
        throw new StoreError(
          `the version of ${problem}`,
          instant === undefined ? 'it has no instant' : 'its hash is not that of its text',
          'Read the file again.',
        );
      return session.write('putProblemVersion', { problem, version, since: instant, file, text });
    },
    listProblemVersions: (request = {}) => session.call('listProblemVersions', request),
    getProblemVersion: (problem, version) => session.call('findProblemVersion', problem, version),
  };
}

function hash(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
