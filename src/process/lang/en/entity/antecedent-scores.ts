import {
  type Asking,
  describeNone,
  type History,
  loadAntecedentWeights,
  nearnessOf,
  REACH,
} from './antecedents.ts';
import { type Candidate, FORMS, KINDS, ROLES } from './candidates.ts';
import { PRONOUN_CLASSES, type PronounClass } from './pronouns.ts';

const NEARNESS = ['same', 'last', 'far'] as const;
const TOLD = ['open', 'told'] as const;
const SIDES = ['out', 'in'] as const;
const MOST_RIVALS = 3;
const MOST_MENTIONS = 4;
const LONGEST_SINCE = 3;

type Numbers = readonly number[];

/** What a pronoun's weights say of candidates of one make: as many words as can be told of them beforehand. */
interface MakeWeights {
  readonly role: number;
  readonly roleNear: Numbers;
  /** By the role of the pronoun. */
  readonly roles: Numbers;
  readonly form: number;
  readonly formNear: Numbers;
  readonly kind: number;
  readonly kindRole: number;
  readonly gender: number;
  readonly rivals: Numbers;
  readonly plural: number;
}

/** The weights of one class of pronouns as numbers to be added up, in the order in which `describe` names them. */
interface ClassWeights {
  readonly gap: Numbers;
  readonly mentions: Numbers;
  /** By whether the pronoun, then whether the candidate stands in quotation marks. */
  readonly quote: readonly Numbers[];
  readonly otherParagraph: number;
  readonly speaker: Numbers;
  readonly speaks: Numbers;
  readonly again: Numbers;
  readonly main: number;
  readonly apart: ReadonlyMap<number, number>;
  readonly makes: Map<number, MakeWeights>;
  readonly weightOf: (feature: string) => number;
}

const upTo = (last: number): Numbers => Array.from({ length: last + 1 }, (_, i) => i);

function readClass(kind: PronounClass): ClassWeights {
  const weights = loadAntecedentWeights()[kind];
  const weightOf = (feature: string): number => weights.get(feature) ?? 0;
  return {
    gap: upTo(REACH).map((gap) => weightOf(`gap ${gap}`)),
    mentions: upTo(MOST_MENTIONS).map((count) => weightOf(`mentions ${count}`)),
    quote: SIDES.map((own) => SIDES.map((other) => weightOf(`quote ${own} ${other}`))),
    otherParagraph: weightOf('other paragraph'),
    speaker: NEARNESS.map((near) => weightOf(`speaker ${near}`)),
    speaks: NEARNESS.map((near) => weightOf(`speaks ${near}`)),
    again: upTo(LONGEST_SINCE).map((since) => weightOf(`again ${since}`)),
    main: weightOf('main subject'),
    apart: new Map([3, 7, 15, 99].map((apart) => [apart, weightOf(`apart ${apart}`)])),
    makes: new Map(),
    weightOf,
  };
}

function readMake(candidate: Candidate, { weightOf }: ClassWeights): MakeWeights {
  const { role, kind } = candidate;
  const form = `form ${candidate.form}${candidate.entity === undefined ? ' none' : ''}`;
  const told = TOLD[candidate.gender === undefined ? 0 : 1];
  return {
    role: weightOf(`role ${role}`),
    roleNear: NEARNESS.map((near) => weightOf(`role ${role} ${near}`)),
    roles: ROLES.map((own) => weightOf(`roles ${own} ${role}`)),
    form: weightOf(form),
    formNear: NEARNESS.map((near) => weightOf(`${form} ${near}`)),
    kind: weightOf(`kind ${kind}`),
    kindRole: weightOf(`kind ${kind} ${role}`),
    gender: weightOf(`gender ${told}`),
    rivals: upTo(MOST_RIVALS).map((rivals) => weightOf(`rivals ${rivals} ${told}`)),
    plural: weightOf(`plural ${kind}`),
  };
}

/** Number of all that tells one make of candidates from another. */
function makeOf({ role, form, kind, entity, gender }: Candidate): number {
  const code =
    (ROLES.indexOf(role) * FORMS.length + FORMS.indexOf(form)) * KINDS.length + KINDS.indexOf(kind);
  return 4 * code + (entity === undefined ? 0 : 2) + (gender === undefined ? 0 : 1);
}

function recallMake(candidate: Candidate, weights: ClassWeights): MakeWeights {
  const code = makeOf(candidate);
  const known = weights.makes.get(code);
  if (known !== undefined) return known;
  const make = readMake(candidate, weights);
  weights.makes.set(code, make);
  return make;
}

let classes: Readonly<Record<PronounClass, ClassWeights>> | undefined;

function loadClasses(): Readonly<Record<PronounClass, ClassWeights>> {
  classes ??= Object.fromEntries(PRONOUN_CLASSES.map((kind) => [kind, readClass(kind)])) as Record<
    PronounClass,
    ClassWeights
  >;
  return classes;
}

/** The sum of the weights of the features that `describe` names, without their names. */
export function scoreCandidate(asking: Asking, candidate: Candidate, history: History): number {
  const weights = loadClasses()[asking.kind];
  const make = recallMake(candidate, weights);
  const gap = asking.sentence - candidate.sentence;
  const near = gap === 0 ? 0 : gap === 1 ? 1 : 2;
  // Sums of fractions depend on the order of adding: it is that of `describe`.
  let score = weights.gap[gap]!;
  score += make.role;
  score += make.roleNear[near]!;
  score += make.roles[ROLES.indexOf(asking.isPossessive ? 'possessor' : asking.role)]!;
  score += make.form;
  score += make.formNear[near]!;
  score += make.kind;
  score += make.kindRole;
  score += make.gender;
  score += make.rivals[Math.min(MOST_RIVALS, history.rivals)]!;
  score += weights.mentions[Math.min(MOST_MENTIONS, history.mentions)]!;
  score += weights.quote[asking.inQuote ? 1 : 0]![candidate.inQuote ? 1 : 0]!;
  if (candidate.isPlural) score += make.plural;
  if (candidate.paragraph !== asking.paragraph) score += weights.otherParagraph;
  if (candidate.speaks && asking.inQuote && !candidate.inQuote) score += weights.speaker[near]!;
  if (candidate.speaks && !asking.inQuote) score += weights.speaks[near]!;
  if (history.sinceSame !== undefined) score += weights.again[Math.min(LONGEST_SINCE, history.sinceSame)]!;
  if (candidate.isMain) score += weights.main;
  if (gap === 0) score += weights.apart.get(nearnessOf(asking.head - candidate.head))!;
  return score;
}

/** The same for standing for none of the candidates. */
export function scoreNone(asking: Asking, rivals: number): number {
  const { weightOf } = loadClasses()[asking.kind];
  let score = 0;
  for (const feature of describeNone(asking, rivals)) score += weightOf(feature);
  return score;
}
