import type { SignCell, SignRow } from '../../../../model/sign-history.ts';
import { describeOrigins } from '../picture.ts';
import { count } from '../vocabulary.ts';

/* What a person reads on the page of a warning problem. */

/** The matrix of indicators by days. */
export const SIGNS = {
  tab: 'Indicators',
  loading: 'Fetching the days',
  title: 'Day by day',
  grid: 'Indicators by day',
  note: 'Each day as it was assessed at its end, by what was known then. Arrow keys go from day to day and from row to row, Enter opens what it rests on.',
  sign: 'Indicator or window',
  weight: 'Weight',
  halfLife: 'Half-life',
  costToFake: 'Cost to fake',
  reversible: 'Undone',
  isWindow: 'window',
  none: '–',
  notSaid: 'not said',
  earlier: 'Earlier days',
  fetchingEarlier: 'Fetching earlier days',
  atStart: (day: string) => `Nothing is known here from before ${day}.`,
  noDays: 'Nothing is known here yet',
  noSigns: 'This problem names no indicators',
  asOfDay: (day: string) => `As of the end of ${day}.`,
  days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
  pointAt: 'Point at a day, or go there by keyboard: what it rests on stands here.',
  legend: 'What the marks mean',
  forIt: 'observed, speaks for it: higher is stronger',
  against: 'observed, speaks against it: deeper is stronger',
  idle: 'observed, counted with another sign',
  dead: 'some who would report it were dead',
  noReports: 'no report was known',
  /** `11 Dec 2020, Preparation: observed, 1 origin, 2 possible; ×2.1 …`. */
  cell: (row: Pick<SignRow, 'title'>, day: string, what: string) => `${row.title}, ${day}: ${what}`,
  what: (cell: SignCell, factor: string): string => {
    const dead = cell.coverage?.dead ?? 0;
    const lost = dead === 0 ? '' : `; ${count(dead, 'source')} that would report it dead`;
    if (cell.state !== 'observed') {
      const heard =
        cell.coverage === undefined
          ? ''
          : cell.coverage.expected === 0
            ? '; no source is heard'
            : `; ${cell.coverage.delivered} of ${count(cell.coverage.expected, 'source')} delivered that day`;
      return `${cell.state}${heard}${lost}`;
    }
    const counted = cell.logOdds === 0 ? 'counted with another sign' : `counts ${factor}`;
    return `observed, ${describeOrigins(cell)}; ${counted}${lost}`;
  },
  origins: (names: readonly string[], all: number) =>
    all > names.length ? `${names.join(', ')} and ${all - names.length} more` : names.join(', '),
} as const;

/** What would move the probability. */
export const CHANGE = {
  title: 'What would change it',
  seen: 'If it were seen',
  seenNote: 'The most telling first; each as if one confirmed origin told of it today.',
  gone: 'If it fell away',
  goneNote: 'What carries the number most now; a weaker form of the same sign may count in its place.',
  move: (from: string, to: string) => `${from} → ${to}`,
} as const;

/** Steps of the sides of a ladder over time. */
export const LADDER = {
  rung: (rung: number, title: string | undefined) => `rung ${rung}: ${title}`,
  answersStep: 'Answers {step}, {how}',
  mayAnswerStep: 'May answer {step}, {how}',
  stepOn: '{title}, {day}',
  earlierStep: 'an earlier step',
  byBlame: 'Nobody is named but by blame: taken for theirs',
  noAnswer: 'No answer yet',
  waiting: '{side}, for {days}, to {step}.',
  dayCount: (days: number) => count(days, 'day'),
  stepOf: '{title} of {day}',
  lastStep: 'the last step',
  rungs: (rungs: number) => `${count(rungs, 'rung')}, lowest first`,
  noSides: 'This problem names no two sides',
  noSidesHint: 'Its file may name them, with rungs and the days of a reply.',
  steps: 'Steps',
  stepCount: (steps: number) => `${count(steps, 'step')}, newest first`,
  noSteps: 'No incident of either side fits a rung',
  noStepsHint: 'Incidents count that have a known day and a doer who is of one of the sides.',
  title: 'Over time',
  chart: 'Steps of each side over time',
  note: 'A step is as high as its rung. A line leads from a step to its answer: solid where a report says so, dashed where its time alone does. Arrow keys go from step to step, Enter opens one; the list below says the same.',
  due: (side: string, days: number) => `${side}: reply due for ${count(days, 'day')}`,
  step: (side: string, title: string, day: string, rung: number, rungTitle: string) =>
    `${day}, ${side}: ${title}; rung ${rung}: ${rungTitle}`,
  assumed: 'taken for theirs',
  answers: (title: string, how: string, said: boolean) =>
    `${said ? 'answers' : 'may answer'} ${title}, ${how}`,
  lag: (days: number) => `${days} d`,
  /** Which lane is whose, told by more than its colour. */
  lane: (at: number, of: number, title: string) =>
    of === 2 ? `${at === 0 ? 'Upper' : 'Lower'} lane: ${title}` : `Lane ${at + 1}: ${title}`,
} as const;

const STRENGTH_OF = 'as often as elsewhere';

/** Changes of hypotheses and evidence. */
export const EDITING = {
  open: 'Change weights, add a hypothesis or a row',
  title: 'Change',
  note: 'Changes are made in the problem’s own file, and the number is computed anew by it. Nothing is saved before you say so.',
  fixedThen: 'Go to live to change hypotheses and weights.',
  cells: 'Weights and what each row tells',
  strengthOf: (title: string) => `How strongly “${title}” speaks`,
  tellsOf: (title: string, hypothesis: string) => `How often “${title}” is seen under “${hypothesis}”`,
  shareOf: (title: string) => `Share of “${title}” among those of its answer`,
  usual: 'as usual',
  row: 'Row',
  strength: 'Strength',
  share: 'Share',
  addHypothesis: 'New hypothesis',
  addRow: 'New row of evidence',
  what: 'Title',
  why: 'Why',
  answer: 'Answers',
  direction: 'Speaks',
  words: 'Words that show it, with commas between',
  halfLife: 'Half-life in days',
  add: 'Add to the changes',
  pending: (changes: number) => `${count(changes, 'change')}, not saved`,
  drop: 'Take back',
  by: 'Your name',
  reason: 'Why it is changed',
  preview: 'Compute anew',
  save: 'Save',
  discard: 'Discard all',
  saved: 'Saved. The number is computed by it now.',
  faults: (faults: number) => `${count(faults, 'fault')}; nothing was saved`,
  line: (line: number) => `Line ${line}:`,
  before: 'Now',
  after: 'With the changes',
  probability: (days: string) => `Probability in ${days}`,
  isNew: 'new',
  conflict:
    'Somebody else has changed the problem meanwhile. Your changes are still here: look at the new state, and compute anew.',
  tell: {
    strength: (sign: string, word: string) => `“${sign}” speaks ${word}`,
    tells: (sign: string, hypothesis: string, word: string | undefined) =>
      `“${sign}” is seen ${word === undefined ? STRENGTH_OF : `${word}ly more often`} under “${hypothesis}”`,
    share: (hypothesis: string, share: number) => `“${hypothesis}” has the share ${share}`,
    hypothesis: (title: string, answer: string, share: number) =>
      `new hypothesis “${title}”, answers ${answer}, share ${share}`,
    indicator: (title: string, strength: string, direction: string) =>
      `new row “${title}”, ${strength}, ${direction}`,
  },
} as const;

/** Editing of a brief. */
export const BRIEF = {
  edit: 'Edit, sign and send',
  stop: 'Stop editing',
  loading: 'Fetching the draft',
  title: 'Edit the brief',
  note: 'Choose and order the engine’s sentences, and add your own, each with the claims it cites. Every change is saved at once, for the whole desk. The engine’s words and numbers stay as they are.',
  readOnly: 'Who may not write here may read the draft.',
  by: 'Your name',
  byHint: 'Needed before anything is changed: it stands beside each change.',
  saved: 'It tells as of {asOf}; last saved by {who}, {when}',
  notSaved: 'It tells as of {asOf}; nobody has changed it yet',
  anew: 'Begin anew, as of now',
  up: (text: string) => `Move up: ${text}`,
  down: (text: string) => `Move down: ${text}`,
  leaveOut: 'Leave out',
  leaveOutOf: (text: string) => `Leave out: ${text}`,
  putBack: 'Put back',
  putBackOf: (text: string) => `Put back: ${text}`,
  mend: 'Change',
  mendOf: (text: string) => `Change: ${text}`,
  leftOut: (text: string) => `left out: ${text}`,
  analyst: (by: string) => `analyst: ${by}`,
  add: (heading: string) => `Add a sentence to “${heading}”`,
  text: 'Sentence',
  cites: 'It cites',
  otherClaims: 'Other claims by id, with spaces between',
  otherExample: 'sha256:…#c1',
  save: 'Save the sentence',
  cancel: 'Cancel',
  marks: (marks: number) =>
    `${count(marks, 'mark')}: a brief with ${marks === 1 ? 'one' : 'them'} is not signed, and the marked sentences are not shown in it.`,
  sound: 'Every sentence holds.',
  file: 'The edited brief as a file:',
  html: 'HTML',
  markdown: 'Markdown',
  sign: 'Sign',
  signAndSend: 'Sign and send by the channels that are set',
  signed: 'Signed. Whoever has the desk’s public key can check the file with tocsin verify.',
  download: 'Download the signed brief',
  sent: (channel: string) => `${channel}: arrived`,
  failed: (channel: string, problem: string) => `${channel}: did not arrive, ${problem}`,
  noChannel: 'No channel is set: it was signed and sent to nobody.',
  fetching: 'Fetching the brief',
  claimCount: (claims: number) => count(claims, 'claim'),
  definition: 'definition',
  exports: 'This brief as a file:',
  json: 'JSON',
  dropped: (sentences: number, problem: string) =>
    sentences === 1
      ? `One sentence was left out, since what it says could not be traced: ${problem}.`
      : `${count(sentences, 'sentence')} were left out, since what they say could not be traced: ${problem}.`,
  label: (title: string) => `Brief: ${title}`,
  about: 'TLP:{tlp} · as of {when} · {engine}',
  aboutSince: 'TLP:{tlp} · as of {when}, compared with {since} · {engine}',
  quoted: (outlet: string | undefined, words: string) => `${outlet}: “${words}”`,
  reload: 'Load what is saved now',
  kept: 'What you were typing stays.',
} as const;
