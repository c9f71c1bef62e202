import type { Certainty, ChainLink, Evidence, Quote, Stance } from '../../../model/claim.ts';
import type { Bound, Event, Figure, Realis } from '../../../model/event.ts';

/* The terms of the model in the words of the workbench: short, plain, lower case. */

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  asserts: 'asserts',
  denies: 'denies',
  fears: 'fears',
  threatens: 'threatens',
  warns: 'warns',
  promises: 'promises',
  demands: 'demands',
  estimates: 'estimates',
  doubts: 'doubts',
  blames: 'blames',
  claimsResponsibility: 'claims responsibility',
};

export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  certain: 'certain',
  probable: 'probable',
  possible: 'possible',
  unknown: 'not stated',
};

export const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  given: 'evidence given',
  noneGiven: 'no evidence given',
  withheld: 'asked, not answered',
  unstated: 'not stated',
};

export const QUOTE_WORDS: Readonly<Record<Quote, string>> = {
  direct: 'direct quotation',
  indirect: 'paraphrase',
  mixed: 'partly quoted',
  none: 'own voice of the outlet',
};

export const REALIS_WORDS: Readonly<Record<Realis, string>> = {
  occurred: 'occurred',
  ongoing: 'ongoing',
  ordered: 'ordered',
  prepared: 'prepared',
  threatened: 'threatened',
  expected: 'expected',
  possible: 'possible',
  conditional: 'conditional',
  denied: 'denied',
  recurrent: 'recurrent',
  exercise: 'exercise',
};

export const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  exactly: '',
  atLeast: 'at least ',
  atMost: 'at most ',
  about: 'about ',
};

const LINK_TYPE_WORDS: Readonly<Record<ChainLink['type'], string>> = {
  person: 'person',
  office: 'office',
  outlet: 'outlet',
  agency: 'agency',
  document: 'document',
  crowd: 'many, none named',
  unknown: 'kind unknown',
};

/** `assault, heavy weapons`. */
export function describeType({ plover }: Pick<Event, 'plover'>): string {
  const mode = plover.mode === undefined ? '' : `, ${plover.mode.replaceAll('-', ' ')}`;
  return `${describeEventType(plover.type)}${mode}`;
}

export function describeEventType(type: string): string {
  return type.toLowerCase();
}

/** `at least 8 rockets`, `1 killed (dock worker)`. */
export function describeFigure({
  bound,
  value,
  of,
  who,
}: Pick<Figure, 'bound' | 'value' | 'of' | 'who'>): string {
  const number = new Intl.NumberFormat('en').format(value);
  return `${BOUND_WORDS[bound]}${number} ${of}${who === undefined ? '' : ` (${who})`}`;
}

/** What a link of a chain is, after its name: `unnamed, several`. */
export function describeLink(link: ChainLink): string {
  if (link.anonymous === true) {
    return link.number === undefined ? 'unnamed' : `unnamed, ${link.number}`;
  }
  return link.role ?? LINK_TYPE_WORDS[link.type];
}

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

export function nameCountry(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code;
}

export function nameLanguage(code: string): string {
  return /^[a-z]{2,3}$/.test(code) ? (languages.of(code) ?? code) : code;
}

/** `1 claim`, `2 claims`. */
export function count(number: number, noun: string): string {
  return `${new Intl.NumberFormat('en').format(number)} ${noun}${number === 1 ? '' : 's'}`;
}
