import { count } from '../vocabulary.ts';

/* The file of a problem: edited, checked, its versions compared. */

export const DEFINITION = {
  title: 'Definition',
  fetching: 'Fetching the definition',
  own: '{file}, version {version}: your own file.',
  shipped:
    '{file}, version {version}: comes with the program. Saving makes it your own, with copies of all others that come with it.',
  unusable:
    'It cannot be used as it stands, and nothing is watched by it. Mend what is listed below and save.',
  fixedThen: 'This is what was in use then. Go to live to change the one in use now.',
  noneThen: 'No version was in use then',
  noneThenHint: 'Nothing had been filed with a definition of this problem by then.',
  toLive: 'Go to live',
  edit: 'Edit the definition',
  line: (line: number) => `Line ${line}`,
  check: 'Check',
  save: 'Save',
  discard: 'Discard changes',
  saved: 'Saved. This version is in use now.',
  checking: 'Checking',
  faults: (faults: number) => `${count(faults, 'fault')}; nothing was saved`,
  soundNotSaved: 'No faults; not saved',
  sound: 'No faults',
  changed: 'Changed, not saved',
  conflict: 'Somebody else has changed it',
  conflictHint: 'What you typed is still here. What is saved now is being fetched.',
  overtaken:
    'What you typed is still here, and nothing of theirs is lost. Take over into your text what you want to keep of theirs, then save.',
  theirs: 'What they changed',
  mine: 'What yours has otherwise than theirs',
  lines: (gone: number, added: number) => `${count(gone, 'line')} gone, ${count(added, 'line')} new`,
  keepMine: 'Go on with mine',
  takeTheirs: 'Discard mine, show theirs',
} as const;

export const VERSIONS = {
  title: 'Versions',
  none: 'Nothing has been filed with it yet, so that no version is on record.',
  version: 'Version',
  since: 'In use since',
  from: 'Compare',
  to: 'with',
  compareFrom: (version: string) => `Compare version ${version}`,
  compareTo: (version: string) => `With version ${version}`,
  fetchingOld: 'Fetching the earlier version',
  fetchingNew: 'Fetching the later version',
  alike: 'They are alike.',
  difference: ({ from, to, gone, added }: Difference) =>
    `From ${from} to ${to}: ${count(gone, 'line')} gone, ${count(added, 'line')} new`,
  passed: (lines: number) => `⋯ ${count(lines, 'line')} alike`,
} as const;

interface Difference {
  readonly from: string;
  readonly to: string;
  readonly gone: number;
  readonly added: number;
}
