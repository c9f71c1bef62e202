/** What a page is for and how it is used: the first part of its address, and the words. */
interface PageHelp {
  readonly about: string;
  readonly tips: readonly string[];
}

const PAGES: Readonly<Record<string, PageHelp>> = {
  '': {
    about:
      'One row for each warning problem: how likely, how sure, what speaks for it and against it, and what comes next.',
    tips: [
      'Each number, word and mark opens the claims behind it.',
      'The line shows 90 days: forecasts as they stood, and outcomes.',
      'The slider at the top goes back in time. What came later is then not shown anywhere.',
    ],
  },
  problems: {
    about: 'One warning problem: the number with its reasons, its record, and the brief to pass on.',
    tips: [
      'Why: from the base rate to the probability, sign by sign.',
      'Hypotheses: the same evidence, weighed against each explanation.',
      'Record: what was forecast, what came, and how good that was beside the base rate.',
    ],
  },
  stories: {
    about: 'Reports on one happening, and who has it from whom.',
    tips: [
      'Fifty articles that repeat one report are one origin.',
      'Confirmed and possible origins are counted apart and never added up.',
    ],
  },
  incidents: {
    about: 'Single happenings, with every figure that was given and who gave it.',
    tips: [
      'Figures that differ stand side by side. The sign ⇄ marks those that cannot both hold.',
      'Whatever is wrong can be rejected with a reason. It stays on record and can be taken back.',
    ],
  },
  map: {
    about: 'Where things happened or are threatened, with the days below.',
    tips: [
      'A ring instead of a point: only the country or region is known.',
      'Draw a watch area to have its incidents counted.',
    ],
  },
  search: {
    about: 'Words and filters over documents, claims and events.',
    tips: [
      '"Words in quotation marks" are a phrase, -word leaves out, word* finds beginnings.',
      'The address of this page holds the whole question: pass it on as it is.',
    ],
  },
  documents: {
    about: 'The pages that were kept, and in each of them who says what, on whose word, and how firmly.',
    tips: [
      'j and k go from claim to claim, Escape goes back to where you came from.',
      'n and p go to the next and the previous document of the list; e marks as read and goes on, u marks as unread.',
      'A click on a name, place or time opens its card. Versions compares any two texts of a page, word by word.',
      'c corrects the claim that is selected; a second key chooses the field: s stance, y certainty, h who says so, r realis, t time, p place, a who did it, w to whom.',
    ],
  },
  actors: {
    about: 'Public actors, offices and groups under all the names that texts give them.',
    tips: ['A name that belongs to somebody else can be parted, a missing one added.'],
  },
  sources: {
    about: 'Who is heard, how well each did so far, and what would be missed without it.',
    tips: [
      'A source that fails is shown as dead. Its silence is not counted as calm.',
      'The letter opens what the grade stands on; the name opens what depends on the source.',
      'Add sources by address, OPML or file: you see what would be added before anything is written.',
    ],
  },
  score: {
    about: 'How good the forecasts were, beside the plain base rate.',
    tips: ['While there are too few outcomes, it says so instead of a score.'],
  },
  decisions: {
    about: 'Who decided what, when and why. Nothing is erased: a decision is taken back by another one.',
    tips: [],
  },
  inbox: {
    about:
      'What is for you: who calls you by @name, who answers you, what you are to do, and what you gave others to do.',
    tips: [
      'Comment on any page: @ offers names, arrow keys choose, Enter takes. Ctrl Enter sends.',
      'Assign… in the same place gives it to somebody, with a day.',
    ],
  },
  review: {
    about: 'What weighs enough for a second pair of eyes, why it is here, and what it changes.',
    tips: [
      'Nothing is held back until it is approved: what waits says so where it is shown.',
      'What one did oneself is for somebody else to approve.',
    ],
  },
  account: { about: 'Who you are here and what you may do, and your own password.', tips: [] },
  accounts: {
    about: 'Who may log in at this desk, and what they may do.',
    tips: ['With a new password, or disabled, somebody is out at once everywhere.'],
  },
  audit: {
    about: 'Who wrote what here and how it ended, of the command line too. Newest first.',
    tips: ['What was decided, with its reason, stands under Decisions; here stands that it was done.'],
  },
  read: { about: 'Reads a page that you paste or hand in, without keeping it.', tips: [] },
};

/** Help in place: what this page is for, the keys, and what the signs mean. */
export const HELP = {
  title: 'Help',
  close: 'Close the help',
  page: (first: string): PageHelp => PAGES[first] ?? { about: '', tips: [] },
  keys: 'Keys',
  keyRows: [
    ['Ctrl K, ⌘ K', 'go anywhere, do anything'],
    ['/', 'search'],
    ['j, k', 'next and previous, in lists and in the drawer'],
    ['Enter', 'open what has the focus'],
    ['Esc', 'back: from the words to the evidence, from the evidence to the page'],
    ['?', 'this help'],
  ],
  signs: 'Signs',
  realis: 'What is said to have happened, or not yet',
  realisRows: [
    ['occurred', 'occurred, going on, recurring'],
    ['ordered', 'ordered, prepared, or an exercise'],
    ['threatened', 'threatened, expected, possible, conditional'],
    ['denied', 'denied'],
    ['history', 'told as history'],
  ],
  origins: 'Who has it from whom',
  states: 'What is known of an indicator',
  levels: 'Levels, by the thresholds of the desk',
  confidence: 'How good the evidence is. It is never part of how likely something is.',
  words: 'Words of probability (ICD 203)',
  grades:
    'Two grades stand apart: A to F of the source by its own record, 1 to 6 of what is said by origins and contradictions.',
} as const;
