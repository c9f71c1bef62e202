import type { Page } from '../../model/page.ts';
import type { PutOutcome } from '../../store/store.ts';
import type { Tally } from '../pipeline.ts';
import { splitPageError } from '../report.ts';
import { formatJsonLine } from './terminal.ts';

/** What became of one page, as a line of JSON. */
export function formatOutcome(outcome: PutOutcome, page: Page): string {
  const { document } = outcome;
  return formatJsonLine({
    kind: 'outcome',
    status: outcome.status,
    document: document.id,
    version: document.version,
    ...(outcome.status === 'changed' ? { previous: outcome.previous } : {}),
    ...(outcome.status === 'unchanged' && outcome.reread === true ? { reread: true } : {}),
    ...(document.title === undefined ? {} : { title: document.title }),
    ...(page.url === undefined ? {} : { url: page.url }),
    ...(page.file === undefined ? {} : { file: page.file }),
  });
}

/** What came of all of them: each failure, and the counts. */
export function formatTallyJson(tally: Tally): string {
  const failures = tally.failures.map((failure) =>
    formatJsonLine({ kind: 'failure', ...splitPageError(failure) }),
  );
  const { added, changed, unchanged, reread, isStopped } = tally;
  const counts = {
    added,
    changed,
    unchanged,
    reread,
    failed: failures.length,
    skipped: Object.fromEntries([...tally.skipped].map(([why, { count }]) => [why, count])),
    stopped: isStopped,
  };
  return `${failures.join('')}${formatJsonLine({ kind: 'tally', ...counts })}`;
}
