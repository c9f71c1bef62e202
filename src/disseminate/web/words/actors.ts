import type { ActorSummary, NameDecision, SeenName } from '../../../model/actor.ts';
import type { EntityType, Sector } from '../../../model/entity.ts';
import type { ActWords } from './decisions.ts';
import { count, nameCountry } from './vocabulary.ts';

/* Actors across documents, and the desk's register of them, in the words of the workbench. */

export const TYPE_WORDS: Readonly<Record<EntityType, string>> = {
  person: 'person',
  organization: 'organization',
  state: 'state',
  group: 'group',
  facility: 'facility',
  weapon: 'weapon',
};

/** Types that the list can be narrowed to: a weapon is no actor. */
export const SHOWN_TYPES = ['person', 'organization', 'group', 'state', 'facility'] as const;
/** Types that can be entered; states come with the program. */
export const ENTERED_TYPES = ['group', 'organization', 'facility', 'person'] as const;

export const SECTOR_WORDS: Readonly<Record<Sector, string>> = {
  GOV: 'government',
  MIL: 'military',
  COP: 'police',
  SPY: 'intelligence service',
  LEG: 'legislature',
  JUD: 'judiciary',
  PTY: 'party',
  OPP: 'opposition',
  REB: 'rebels',
  UAF: 'unaligned armed force',
  CRM: 'crime',
  BUS: 'business',
  LAB: 'labour',
  MED: 'media',
  EDU: 'education',
  REL: 'religion',
  CVL: 'civilians',
  REF: 'refugees',
  NGO: 'non-governmental body',
  IGO: 'international body',
  ELI: 'elites',
};

/** `group, Iraq`. */
export function describeKind({ type, country }: Pick<ActorSummary, 'type' | 'country'>): string {
  return [TYPE_WORDS[type], ...(country === undefined ? [] : [nameCountry(country)])].join(', ');
}

/** `also Qasem Soleimani (4), Suleimani (1)`; nothing where documents have one name only. */
export function describeOtherNames({ name, names }: Pick<ActorSummary, 'name' | 'names'>): string {
  const others = names.filter((each) => each.name !== name);
  if (others.length === 0) return '';
  return `also ${others.map((each: SeenName) => `${each.name} (${each.documents})`).join(', ')}`;
}

/** `another name: “Front of Example”`. */
export function describeNameDecision({ verdict, name }: Pick<NameDecision, 'verdict' | 'name'>): string {
  return `${verdict === 'alias' ? 'another name' : 'somebody else'}: “${name}”`;
}

export const ALIAS_ACT: ActWords = {
  button: 'Another name…',
  title: 'Another name of this actor',
  hint: 'Whatever documents say under that name is said of this actor from then on.',
  submit: 'Put on record',
  done: 'Named.',
};

export const DISTINCT_ACT: ActWords = {
  button: 'Somebody else…',
  title: 'This name is somebody else',
  hint: 'What documents say under that name leaves this actor, but for those that give its usual name too: there one is short for the other.',
  submit: 'Put on record',
  done: 'Told apart.',
};

export const ADD_ACT: ActWords = {
  button: 'Add an actor…',
  title: 'Add an actor to the register',
  hint: 'Only public actors belong there: bodies, groups, sites, and people for what they do in a public office or role. Nobody who was merely struck, asked or related.',
  submit: 'Add',
  done: 'is in the register.',
};

export const ACTOR_WORDS = {
  title: 'Actors',
  fetching: 'Fetching the actor',
  all: 'All actors',
  gone: 'Its names may have been decided to be somebody else’s; the decisions tell.',
  name: 'Name',
  type: 'Type',
  country: 'Country',
  sector: 'Sector',
  wikidata: 'Wikidata',
  record: 'Record',
  register: 'Register',
  inRegister: 'in the register',
  notInRegister: 'known from documents alone',
  fetchingAll: 'Fetching actors',
  total: (total: number) => count(total, 'actor'),
  none: 'No actors yet',
  noneHint: 'They arise from what is read in documents.',
  noneFits: 'No actor fits',
  noneFitsHint: 'Choose another name, type or country.',
  noneYet: 'They arise from what is read in documents.',
  unknown: 'not known',
  any: 'any',
  known: '{documents}, known since {since}, last named {last}',
  isUnnamed: 'No document names it (then).',
  names: 'Names',
  noNames: 'No document has a name of it.',
  aliases: 'Also known as',
  alias: 'The other name, as documents have it, or the id of another actor',
  documents: 'Where it is named',
  noDocuments: 'No document names it.',
  incidents: 'Incidents it has a part in',
  noIncidents: 'None is known.',
  decisions: 'Decisions on its names',
  noDecisions: 'Nothing was decided.',
} as const;

export const REGISTER_WORDS = {
  fault: (line: number, problem: string) => `line ${line}: ${problem}`,
  also: (names: readonly string[]) => `also ${names.join(', ')}`,
  title: 'The register of this desk',
  fetching: 'Fetching the register',
  none: 'Nobody was entered yet. What the program knows by itself is not listed here.',
  faults:
    'The file has faults and nothing of its present state is used. Mend register.tsv in the data folder.',
  typeHint: 'States come with the program.',
  countryHint: 'Two letters, ISO 3166-1: IQ.',
  aliases: 'Other names',
  aliasesHint: 'One on each line.',
  wikidata: 'Wikidata id',
  wikidataHint: 'If there is one: Q796.',
  role: 'Public office or role',
  roleHint: 'What makes this person a public actor: “interior minister”. It is noted in the file.',
  byHint: 'Noted in the file beside the entry; this browser remembers it.',
  sending: 'Adding…',
} as const;
