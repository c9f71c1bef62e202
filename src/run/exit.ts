/** What the program ends with, and what each code means. Scripts rely on these: they never change their meaning. */
export const EXIT = {
  ok: 0,
  someFailed: 1,
  usage: 2,
  store: 3,
  unexpected: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The same as a table for help texts and documentation. */
export const EXIT_MEANINGS: readonly (readonly [code: ExitCode, meaning: string])[] = [
  [EXIT.ok, 'everything was done'],
  [EXIT.someFailed, 'some input could not be read, or a check failed; the rest was done'],
  [EXIT.usage, 'the command line or a setting is wrong; nothing was done'],
  [EXIT.store, 'the data folder cannot be used'],
  [EXIT.unexpected, 'a fault of the program itself'],
  [EXIT.interrupted, 'stopped by Ctrl-C or a signal; what was done until then is kept'],
];
