import type { Access, Traced } from './traced.ts';
import { isSameBody, readSort } from './bodies.ts';
import { findCountryWithin, foldName, getWords, splitName } from './names.ts';
import { listTellingWords, readPageWords } from './page-words.ts';
import { countFirstPerson } from './own-voice.ts';
import { isVague } from './short-names.ts';
import type { Scene, Voice } from './voice.ts';
import { isAnyPaper } from './who.ts';
import { isDenying } from './withheld.ts';

/** Signs by which a voice is weighed, each with how strong it is: 1 where it is simply there. */
export type Signs = ReadonlyMap<string, number>;

const HOUR_MS = 3_600_000;

export function readSigns(voice: Voice, scene: Scene): Signs {
  const signs = new Map<string, number>();
  const add = (sign: string, value: number | boolean) => {
    if (value !== false && value !== 0) signs.set(sign, Number(value));
  };
  const kind = readKind(voice);
  const { group, earlier, voices } = scene;
  add(`is ${kind}`, true);
  const isLater = scene.origins.length > 0;
  if (isLater) add(`is ${kind}, later`, true);
  add('first report', earlier.length === 0);
  add('nobody so far', !isLater);
  readPlace(voice, scene, add);
  readTelling(voice, add);
  readMatter(voice, scene, add);
  readLikeness(voice, scene, add);
  readReport(scene, add);
  readEchoes(voice, scene, add);
  if (kind === 'own') readOwn(voice, scene, add);
  add('rivals', Math.min(1, (voices.length - 1) / 4));
  void group;
  return signs;
}

type Add = (sign: string, value: number | boolean) => void;

/** What somebody is, by what a report tells of them. */
export function readKind({ speaker, told }: Voice): string {
  const access = told.find(({ access: each }) => each.kind === 'named' || each.kind === 'unnamed')?.access;
  if (told.every(({ access: each }) => each.kind === 'own')) return 'own';
  if (speaker.origin.reason === 'no visible credit') {
    if (/^outlet media(?: |$)/.test(speaker.key)) return 'media';
    return told.some(({ credits }) => credits.length > 0) ? 'outlet' : 'own';
  }
  if (speaker.origin.reason === 'circular credit') return 'circle';
  if (speaker.origin.reason === 'staff on the spot') return 'staff';
  if (speaker.origin.reason === 'document')
    return access?.kind === 'named' && isAnyPaper(access.short) ? 'any paper' : 'document';
  if (speaker.origin.reason === 'unnamed source')
    return speaker.origin.anonymous === true ? 'unnamed' : 'people';
  if (speaker.key.startsWith('office state ')) return 'state';
  if (speaker.key.startsWith('post ')) return 'post';
  if (speaker.origin.type !== 'person') return 'office';
  return access?.kind === 'named' && access.organization !== undefined ? 'person for body' : 'person';
}

function readPlace({ speaker, told }: Voice, { group, voices }: Scene, add: Add): void {
  const start = Math.min(...told.map(({ statement }) => statement.start));
  add('at the head', start < 200);
  add('in the opening', start < 450);
  add('further down', start >= 1000);
  const before = voices.filter(
    (other) => Math.min(...other.told.map(({ statement }) => statement.start)) < start,
  ).length;
  add('first voice', before === 0);
  add('third voice or later', before > 1);
  add('said much', Math.min(1, Math.log2(told.length) / 3));
  add('share of report', told.length / Math.max(1, group.context.length));
  const title = new Set(splitName(foldName(group.report.title ?? '')));
  const name = splitName(foldName(speaker.origin.name)).filter((word) => word.length > 3);
  add('in the title', name.some((word) => title.has(word)));
  const posts = told.flatMap(({ access }) => (access.kind === 'named' ? [access.organization ?? '', access.role ?? ''] : []));
  const body = posts.flatMap((post) => splitName(foldName(post))).filter((word) => word.length > 3);
  add('its body in the title', body.some((word) => title.has(word)));
  const { name: shown } = speaker.origin;
  add('no capital', !/\p{Lu}/u.test(shown.slice(1)) && !/^\p{Lu}\p{L}+$/u.test(shown));
  add('one small word', /^\P{Lu}\S*$/u.test(shown));
  add('one word', /^\S+$/.test(shown));
  add('long name', splitName(foldName(shown)).length > 5);
  add('vague name', isVague(foldName(shown)));
}

const THINKING =
  /^(?:believe|think|expect|argue|reckon|suggest|hope|fear|doubt|wonder|guess|predict|estimate|want|see|know|recall|remember|joke|laugh|shrug|ask)/;
const TELLING =
  /^(?:say|tell|announce|confirm|report|state|inform|write|add|declare|release|post|issue|acknowledge|disclose|reveal|explain)/;
const REACTING =
  /^(?:call|urge|condemn|welcome|demand|deplore|appeal|critici[sz]e|praise|congratulate|hail|slam|denounce|regret|lament|mourn|thank|invite|disown|dismiss|warn|reject|accuse|vow|promise|insist)/;
const COMMENTING =
  /\b(?:analyst|professor|expert|economist|researcher|scholar|lawmaker|senator|congress|member of parliament|mp|opposition|broker|trader|strategist|fellow|historian|editor|columnist|author|lecturer|former|retired|critic|activist|lawyer|resident|neighbou?r|shopkeeper|owner|manager|driver|mother|father|sister|brother|son|daughter|wife|widow|pensioner|student|teacher|farmer|consultant)\b/;
const LOCAL = /\b(?:resident|neighbou?r|witness|driver|shopkeeper|mother|father|survivor|passenger|parent|farmer|fisherman|villager|worker|nurse|doctor|priest|teacher)s?\b/;
const SPEAKING = /\b(?:spokes\w+|minister|governor|mayor|chief|director|commander|head|secretary|president|prosecutor|ceo|chairman|chairwoman|commissioner|general)\b/;

function readTelling({ told, speaker }: Voice, add: Add): void {
  add('told here', told.some(({ isTold }) => isTold));
  add('through an outlet', told.some(({ credits }) => credits.length > 0));
  add('in quotation', told.some(({ statement }) => statement.quote === 'direct' || statement.quote === 'mixed'));
  const cues = told.flatMap(({ statement: { chain } }) => chain.slice(1).flatMap(({ cue }) => cue ?? []));
  const acts = cues.map(({ act = '' }) => act);
  add('tells', acts.some((act) => TELLING.test(act)));
  add('thinks', acts.some((act) => THINKING.test(act)));
  add('reacts', acts.some((act) => REACTING.test(act)));
  add('no cue', cues.length === 0);
  add('present tense', cues.some(({ text }) => /^(?:says|tells|adds|believes|thinks|reckons|explains|recalls)\b/.test(text)));
  const roles = told.flatMap(({ access }) => (access.kind === 'named' ? (access.role ?? []) : [])).join(' ');
  const who = `${roles} ${speaker.origin.name}`.toLowerCase();
  add('commentator', COMMENTING.test(who));
  add('on the ground', LOCAL.test(who));
  add('speaks for', SPEAKING.test(who));
  add('with a role', roles !== '');
  const mentions = told.flatMap(({ statement }) => statement.mentions);
  add('tells of the past', mentions.some(({ realis, background }) => realis === 'occurred' && !background));
  add('background', mentions.length > 0 && mentions.every(({ background }) => background));
  add(
    'of the future',
    mentions.length > 0 && mentions.every(({ realis }) => /^(?:expected|possible|conditional)$/.test(realis)),
  );
  add('no event', mentions.length === 0);
  add('unsure', told.every(({ statement }) => statement.certainty === 'possible' || statement.certainty === 'unknown'));
  add('negated', told.every(({ statement }) => statement.polarity === 'negated'));
}

const listWords = (told: readonly Traced[]): ReadonlySet<string> =>
  new Set(told.flatMap(({ statement }) => listTellingWords(statement.words)));

const share = (own: ReadonlySet<string>, has: (word: string) => boolean): number => {
  if (own.size === 0) return 0;
  let count = 0;
  for (const word of own) if (has(word)) count += 1;
  return count / own.size;
};

function readMatter(voice: Voice, { group, earlier, matter }: Scene, add: Add): void {
  const words = listWords(voice.told);
  const title = new Set(listTellingWords(group.report.title ?? ''));
  add('on the matter', voice.told.some(({ isAside }) => isAside !== true));
  add('words of the title', share(title, (word) => words.has(word)));
  const common = [...words].filter((word) => (matter.get(word) ?? 0) > 1).length;
  add('words of the matter', Math.min(1, common / 6));
  add('none of the matter', common === 0);
  add('share of the matter', share(words, (word) => (matter.get(word) ?? 0) > 1));
  if (earlier.length === 0) return;
  const pages = earlier.map(({ report }) => readPageWords(report).words);
  const has = (word: string) => pages.some((page) => page.has(word));
  add('told before', share(words, has));
  const numbers = new Set([...words].filter((word) => /^\d/.test(word)));
  add('numbers told before', numbers.size > 0 && share(numbers, has) > 0.5);
  add('new numbers', Math.min(1, [...numbers].filter((word) => !has(word)).length / 2));
  const best = Math.max(...pages.map((page) => share(words, (word) => page.has(word))));
  add('told by one before', best);
}

/** Whether a voice may be one that was found before, under another name. */
function readLikeness({ speaker, told }: Voice, { earlier, origins, passed }: Scene, add: Add): void {
  if (earlier.length === 0) return;
  const accesses = told.flatMap(({ access }) => (access.kind === 'named' ? [access] : []));
  const short = accesses[0]?.short ?? foldName(speaker.origin.name);
  const isNamed = short.length > 3 && earlier.some(({ report }) => readPageWords(report).folded.includes(` ${short} `));
  add('named before', isNamed);
  add(
    'spoke before',
    earlier.some(({ context }) =>
      context.some(({ access }) => access.kind === 'named' && accesses.some(({ key }) => key === access.key)),
    ),
  );
  add('passed over before', passed.has(speaker.key));
  const names = new Set(origins.flatMap(listNameWords));
  const own = listNameWords({ speaker, told });
  add('name like an origin', own.some((word) => names.has(word)));
  const organizations = accesses.flatMap(({ organization = '' }) => (organization === '' ? [] : [organization]));
  const shorts = [short, ...organizations];
  const others = origins.flatMap((origin) => listShorts(origin));
  add('same body as an origin', shorts.some((one) => others.some((other) => isSameBody(one, other))));
  const sorts = new Set(shorts.flatMap((one) => readSort(one) ?? []));
  add('same sort as an origin', others.some((other) => sorts.has(readSort(other) ?? '')));
  const countries = new Set(shorts.flatMap((one) => findCountryWithin(one) ?? []));
  add('same country as an origin', others.some((other) => countries.has(findCountryWithin(other) ?? '')));
  add('same status as an origin', origins.some(({ speaker: { origin } }) => origin.reason === speaker.origin.reason));
  const words = listWords(told);
  const likes = origins.map((origin) => {
    const theirs = listWords(origin.told);
    return share(words, (word) => theirs.has(word));
  });
  add('tells what an origin tells', Math.max(0, ...likes));
}

const listShorts = ({ speaker, told }: Voice): readonly string[] => [
  foldName(speaker.origin.name),
  ...told.flatMap(({ access }) => (access.kind === 'named' ? [access.short, access.organization ?? ''] : [])),
];

function listNameWords(voice: Voice): readonly string[] {
  const idle = getWords('idle');
  return listShorts(voice)
    .flatMap(splitName)
    .filter((word) => word.length > 3 && !idle.has(word));
}

function readReport({ group, earlier, isLed, matter }: Scene, add: Add): void {
  const { report, context } = group;
  add('led elsewhere', isLed);
  add('report credits an outlet', context.some(({ credits }) => credits.length > 0));
  add('a copy', (report.credits ?? []).some(({ form }) => form === 'copy'));
  add('repeats wording', Math.max(0, ...report.reuses.filter(({ document }) => earlier.some((e) => e.report.document === document)).map(({ share: each }) => each)));
  const page = readPageWords(report);
  add('title denies', isDenying(report.title ?? ''));
  add('opening denies', isDenying(report.lede?.text.slice(0, 250) ?? ''));
  add('page on the matter', share(page.words, (word) => (matter.get(word) ?? 0) > 1));
  add('long page', Math.min(1, context.length / 15));
  add('opinion', /\?|^(?:opinion|analysis|column|editorial|letter|comment|live|watch)\b|;/i.test(report.title ?? ''));
  if (earlier.length === 0) return;
  add('outlet told before', earlier.some(({ outlet }) => outlet === group.outlet));
  add('many before', Math.min(1, earlier.length / 6));
  const pages = earlier.map((each) => readPageWords(each.report));
  add('page told before', share(page.words, (word) => pages.some(({ words }) => words.has(word))));
  add('opening told before', Math.max(...pages.map(({ words }) => share(page.top, (word) => words.has(word)))));
  const lag = (group.order - (earlier[0]?.order ?? group.order)) / HOUR_MS;
  add('a day later', lag > 20);
  add('days later', lag > 60);
}

/** Whether later reports go back to this one: by its outlet, by who speaks in it, by what is told. */
function readEchoes({ speaker, told }: Voice, { group, later }: Scene, add: Add): void {
  add('outlet credited later', later.some(({ context }) => context.some(({ credits }) => credits.some(({ key }) => key === group.outlet))));
  if (later.length === 0) return;
  const access = told.find(({ access: each }) => each.kind === 'named')?.access;
  const short = access?.kind === 'named' ? access.short : foldName(speaker.origin.name);
  const pages = later.map(({ report }) => readPageWords(report));
  const naming = pages.filter(({ folded }) => short.length > 3 && folded.includes(` ${short} `)).length;
  add('named later', Math.min(1, naming / 2));
  add(
    'speaks later',
    access?.kind === 'named' &&
      later.some(({ context }) => context.some(({ access: other }) => other.kind === 'named' && other.key === access.key)),
  );
  const words = listWords(told);
  add('told later', Math.max(...pages.map((page) => share(words, (word) => page.words.has(word)))));
}

/** What an outlet says in its own voice. */
function readOwn({ speaker }: Voice, { voices, group }: Scene, add: Add): void {
  add('own, no other voice', voices.length === 1);
  add('own, others speak', group.context.some(({ access }) => access.kind === 'named' || access.kind === 'unnamed'));
  add('own, first person', Math.min(1, countFirstPerson(group.report) / 4));
  add('own, a body', speaker.origin.reason === 'office');
}

export type { Access };
