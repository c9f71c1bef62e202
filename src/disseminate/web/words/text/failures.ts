/* What went wrong between the workbench and its server, and what can be done. */

export const FAILURES = {
  unreachable: 'The server does not answer',
  unreachableHint: 'It may have been stopped. Start it again, then try once more.',
  unclear: 'The server failed',
  unclearHint: 'Its answer was no answer of this program. Look at its log, then try once more.',
  broken: 'The workbench failed',
  brokenHint: 'Load the page again.',
  noRoot: 'index.html has no element with the id "root".',
  retry: 'Try again',
  noPage: 'No page has this address',
  toBoard: 'Go to the board',
} as const;
