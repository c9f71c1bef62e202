import { type Add, listWords, readLikeness, share } from './likeness.ts';
import { foldName, splitName } from './names.ts';
import { countFirstPerson } from './own-voice.ts';
import { listTellingWords, readPageWords } from './page-words.ts';
import { isAnyPaper } from './papers.ts';
import { isVague } from './short-names.ts';
import { readTelling } from './telling.ts';
import type { Scene, Voice } from './voice.ts';
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
  const { earlier, voices } = scene;
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
  return signs;
}

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
  add(
    'in the title',
    name.some((word) => title.has(word)),
  );
  const posts = told.flatMap(({ access }) =>
    access.kind === 'named' ? [access.organization ?? '', access.role ?? ''] : [],
  );
  const body = posts.flatMap((post) => splitName(foldName(post))).filter((word) => word.length > 3);
  add(
    'its body in the title',
    body.some((word) => title.has(word)),
  );
  const { name: shown } = speaker.origin;
  add('no capital', !/\p{Lu}/u.test(shown.slice(1)) && !/^\p{Lu}\p{L}+$/u.test(shown));
  add('one small word', /^\P{Lu}\S*$/u.test(shown));
  add('one word', /^\S+$/.test(shown));
  add('long name', splitName(foldName(shown)).length > 5);
  add('vague name', isVague(foldName(shown)));
}

function readMatter(voice: Voice, { group, earlier, matter }: Scene, add: Add): void {
  const words = listWords(voice.told);
  const title = new Set(listTellingWords(group.report.title ?? ''));
  add(
    'on the matter',
    voice.told.some(({ isAside }) => isAside !== true),
  );
  add(
    'words of the title',
    share(title, (word) => words.has(word)),
  );
  // What is said of one incident may stand in reports whose titles and openings are about another matter.
  if (group.isWhole) {
    const common = [...words].filter((word) => (matter.get(word) ?? 0) > 1).length;
    add('words of the matter', Math.min(1, common / 6));
    add('none of the matter', common === 0);
    add(
      'share of the matter',
      share(words, (word) => (matter.get(word) ?? 0) > 1),
    );
  }
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

function readReport({ group, earlier, isLed, matter }: Scene, add: Add): void {
  const { report, context } = group;
  add('led elsewhere', isLed);
  add(
    'report credits an outlet',
    context.some(({ credits }) => credits.length > 0),
  );
  add(
    'a copy',
    (report.credits ?? []).some(({ form }) => form === 'copy'),
  );
  add(
    'repeats wording',
    Math.max(
      0,
      ...report.reuses
        .filter(({ document }) => earlier.some((e) => e.report.document === document))
        .map(({ share: each }) => each),
    ),
  );
  const page = readPageWords(report);
  add('title denies', isDenying(report.title ?? ''));
  add('opening denies', isDenying(report.lede?.text.slice(0, 250) ?? ''));
  add(
    'page on the matter',
    share(page.words, (word) => (matter.get(word) ?? 0) > 1),
  );
  add('long page', Math.min(1, context.length / 15));
  add(
    'opinion',
    /\?|^(?:opinion|analysis|column|editorial|letter|comment|live|watch)\b|;/i.test(report.title ?? ''),
  );
  if (earlier.length === 0) return;
  add(
    'outlet told before',
    earlier.some(({ outlet }) => outlet === group.outlet),
  );
  add('many before', Math.min(1, earlier.length / 6));
  const pages = earlier.map((each) => readPageWords(each.report));
  add(
    'page told before',
    share(page.words, (word) => pages.some(({ words }) => words.has(word))),
  );
  add(
    'opening told before',
    Math.max(...pages.map(({ words }) => share(page.top, (word) => words.has(word)))),
  );
  const lag = (group.order - (earlier[0]?.order ?? group.order)) / HOUR_MS;
  add('a day later', lag > 20);
  add('days later', lag > 60);
}

/** Whether later reports go back to this one: by its outlet, by who speaks in it, by what is told. */
function readEchoes({ speaker, told }: Voice, { group, later }: Scene, add: Add): void {
  add(
    'outlet credited later',
    later.some(({ context }) =>
      context.some(({ credits }) => credits.some(({ key }) => key === group.outlet)),
    ),
  );
  if (later.length === 0) return;
  const access = told.find(({ access: each }) => each.kind === 'named')?.access;
  const short = access?.kind === 'named' ? access.short : foldName(speaker.origin.name);
  const pages = later.map(({ report }) => readPageWords(report));
  const naming = pages.filter(({ folded }) => short.length > 3 && folded.includes(` ${short} `)).length;
  add('named later', Math.min(1, naming / 2));
  add(
    'speaks later',
    access?.kind === 'named' &&
      later.some(({ context }) =>
        context.some(({ access: other }) => other.kind === 'named' && other.key === access.key),
      ),
  );
  const words = listWords(told);
  add('told later', Math.max(...pages.map((page) => share(words, (word) => page.words.has(word)))));
}

/** What an outlet says in its own voice. */
function readOwn({ speaker }: Voice, { voices, group }: Scene, add: Add): void {
  add('own, no other voice', voices.length === 1);
  add(
    'own, others speak',
    group.context.some(({ access }) => access.kind === 'named' || access.kind === 'unnamed'),
  );
  add('own, first person', Math.min(1, countFirstPerson(group.report) / 4));
  add('own, a body', speaker.origin.reason === 'office');
}
