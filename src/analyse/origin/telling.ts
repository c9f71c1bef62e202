import type { Add } from './likeness.ts';
import type { Voice } from './voice.ts';

const THINKING =
  /^(?:believe|think|expect|argue|reckon|suggest|hope|fear|doubt|wonder|guess|predict|estimate|want|see|know|recall|remember|joke|laugh|shrug|ask)/;
const TELLING =
  /^(?:say|tell|announce|confirm|report|state|inform|write|add|declare|release|post|issue|acknowledge|disclose|reveal|explain)/;
const REACTING =
  /^(?:call|urge|condemn|welcome|demand|deplore|appeal|critici[sz]e|praise|congratulate|hail|slam|denounce|regret|lament|mourn|thank|invite|disown|dismiss|warn|reject|accuse|vow|promise|insist)/;
const COMMENTING =
  /\b(?:analyst|professor|expert|economist|researcher|scholar|lawmaker|senator|congress|member of parliament|mp|opposition|broker|trader|strategist|fellow|historian|editor|columnist|author|lecturer|former|retired|critic|activist|lawyer|resident|neighbou?r|shopkeeper|owner|manager|driver|mother|father|sister|brother|son|daughter|wife|widow|pensioner|student|teacher|farmer|consultant)\b/;
const LOCAL =
  /\b(?:resident|neighbou?r|witness|driver|shopkeeper|mother|father|survivor|passenger|parent|farmer|fisherman|villager|worker|nurse|doctor|priest|teacher)s?\b/;
const SPEAKING =
  /\b(?:spokes\w+|minister|governor|mayor|chief|director|commander|head|secretary|president|prosecutor|ceo|chairman|chairwoman|commissioner|general)\b/;

/** How somebody tells it, as whom, and of what sort of event. */
export function readTelling({ told, speaker }: Voice, add: Add): void {
  add(
    'told here',
    told.some(({ isTold }) => isTold),
  );
  add(
    'through an outlet',
    told.some(({ credits }) => credits.length > 0),
  );
  add(
    'in quotation',
    told.some(({ statement }) => statement.quote === 'direct' || statement.quote === 'mixed'),
  );
  const cues = told.flatMap(({ statement: { chain } }) => chain.slice(1).flatMap(({ cue }) => cue ?? []));
  const acts = cues.map(({ act = '' }) => act);
  add(
    'tells',
    acts.some((act) => TELLING.test(act)),
  );
  add(
    'thinks',
    acts.some((act) => THINKING.test(act)),
  );
  add(
    'reacts',
    acts.some((act) => REACTING.test(act)),
  );
  add('no cue', cues.length === 0);
  add(
    'present tense',
    cues.some(({ text }) => /^(?:says|tells|adds|believes|thinks|reckons|explains|recalls)\b/.test(text)),
  );
  const roles = told.flatMap(({ access }) => (access.kind === 'named' ? (access.role ?? []) : [])).join(' ');
  const who = `${roles} ${speaker.origin.name}`.toLowerCase();
  add('commentator', COMMENTING.test(who));
  add('on the ground', LOCAL.test(who));
  add('speaks for', SPEAKING.test(who));
  add('with a role', roles !== '');
  const mentions = told.flatMap(({ statement }) => statement.mentions);
  add(
    'tells of the past',
    mentions.some(({ realis, background }) => realis === 'occurred' && !background),
  );
  add('background', mentions.length > 0 && mentions.every(({ background }) => background));
  add(
    'of the future',
    mentions.length > 0 && mentions.every(({ realis }) => /^(?:expected|possible|conditional)$/.test(realis)),
  );
  add('no event', mentions.length === 0);
  add(
    'unsure',
    told.every(({ statement }) => statement.certainty === 'possible' || statement.certainty === 'unknown'),
  );
  add(
    'negated',
    told.every(({ statement }) => statement.polarity === 'negated'),
  );
}
