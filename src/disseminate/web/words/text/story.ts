import { describeDate } from '../dates.ts';
import { count } from '../vocabulary.ts';

/* The pages of stories: who is first-hand, who repeats whom, and why that is thought. */

/** The signs by which the engine takes somebody for first-hand, in plain words; its own names for them are in the API. */
const SIGNS: Readonly<Record<string, string>> = {
  'first voice': 'the first to be named in the report',
  'on the matter': 'speaks on the matter itself',
  'words of the title': 'says what the title says',
  'words of the matter': 'says what other reports say too',
  'told later': 'later reports tell what it said',
  'named later': 'later reports name it',
  'outlet credited later': 'later reports credit this outlet',
  tells: 'told as “said” or “told”',
  'told here': 'told to this outlet',
  'nobody so far': 'nobody was first-hand before',
  'first report': 'in the first report',
  'said to have told an outlet': 'said to have told an outlet',
  'in the opening': 'stands in the opening',
  'at the head': 'stands at the head',
  'in the title': 'named in the title',
  'its body in the title': 'its body is named in the title',
  'speaks later': 'speaks in later reports too',
  'in quotation': 'quoted in its own words',
  'said much': 'says much of the report',
  'share of report': 'says much of the report',
  'new numbers': 'brings numbers that nobody had',
  'on the ground': 'on the spot',
  'with a role': 'with a role that is named',
  'speaks for': 'speaks for a body',
  'own, first person': 'the outlet tells what it saw itself',
  'own, no other voice': 'the outlet names no other source',
  'own, a body': 'a body that publishes on its own behalf',
};

export const STORY = {
  headline: (reports: number, origins: string) => `${count(reports, 'report')}, ${origins}`,
  tree: 'Who has it from whom',
  views: 'Form of the tree',
  overTime: 'Over time',
  asList: 'As a list',
  axis: 'When each report was published',
  rows: 'Origins and reports in the order of who repeats whom',
  noOrigin: 'No origin visible',
  outletUnknown: 'Outlet unknown',
  noTitle: 'No title',
  dayOnly: 'only its day is known',
  hover: 'Point at a report, or go through them with j and k, to see why it is taken for what it is.',
  why: 'Why it is taken for first-hand',
  whyRepeat: 'Why it is taken for a repeat',
  credits: (name: string) => `it credits ${name}`,
  wording: (percent: number, name: string) => `${percent}% of its wording is of ${name}`,
  family: (name: string, owner: string) => `${name} has the same and belongs to ${owner} as well`,
  noSign: 'nothing was weighed: there was no other',
  sign: (sign: string) => SIGNS[sign] ?? sign,
  isNew: 'new',
  news: (reports: number, instant: string) =>
    `${count(reports, 'report')} new since your last visit, ${describeDate(instant)}`,
  noNews: (instant: string) => `Nothing new since your last visit, ${describeDate(instant)}`,
  firstVisit: 'Your first visit in this browser',
  fetchingGraph: 'Drawing the reports',
  graph: (reports: number) =>
    `${count(reports, 'report')} by time, in bands by origin. The list below holds the same for keyboards and screen readers.`,
  graphHint: 'Drag to move, wheel or pinch to go closer, click a report for its words.',
  withoutWebGl: 'Drawn without WebGL.',
  closer: 'Closer',
  farther: 'Farther',
  whole: 'All of it',
  others: (origins: number) => `${count(origins, 'origin')} with few reports`,
  list: 'Reports by time',
} as const;

export const STORIES = {
  title: 'Stories',
  fetching: 'Fetching stories',
  none: 'No stories yet',
  noneFits: 'No story fits',
  arise: 'They arise from what is read in documents.',
  widen: 'Take a filter off.',
  total: (total: number) => (total === 1 ? '1 story' : `${total} stories`),
  list: 'Stories, the one with the latest report first',
} as const;
