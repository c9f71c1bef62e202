import { describe, expect, it } from 'vitest';
import type { EventTime } from '../../../../model/event.ts';
import { eventOf, readText } from './reading.fixtures.ts';

/*
 * The day of an event by what the text says of it, not of the telling and not of another event. All texts are read as
 * published on Thursday, 20 June 2019. A row: text, word of the event (with `#n` its n-th mention), expected time:
 * a date as precise as the text is, `from..to` for a longer stretch, `-` for none.
 */
type Row = readonly [text: string, word: string, expected: string];

function show(when: EventTime | undefined): string {
  if (when?.from === undefined) return '-';
  const { from, to = from } = when;
  const mark = when.anchor === 'published' ? 'p' : '';
  const days = `${from.slice(0, 10)}..${to.slice(0, 10)}`;
  if (when.precision === 'year' && from.slice(0, 4) === to.slice(0, 4)) return mark + from.slice(0, 4);
  if (when.precision === 'month' && from.slice(0, 7) === to.slice(0, 7)) return mark + from.slice(0, 7);
  return mark + (from.slice(0, 10) === to.slice(0, 10) ? from.slice(0, 10) : days);
}

function dayOf(text: string, word: string): string {
  const [trigger, skip] = word.split('#') as [string, string?];
  return show(eventOf(readText(text), trigger, skip === undefined ? 0 : Number(skip) - 1).when);
}

const table = (rows: readonly Row[]) =>
  it.each(rows)('%s [%s] → %s', (text, word, expected) => {
    expect(dayOf(text, word)).toBe(expected);
  });

describe('the day of the clause', () => {
  table([
    ['Gunmen attacked a convoy on Monday.', 'attacked', '2019-06-17'],
    ['On Monday, gunmen attacked a convoy near Mosul.', 'attacked', '2019-06-17'],
    ['On Monday gunmen attacked a convoy.', 'attacked', '2019-06-17'],
    ['Gunmen on Monday attacked a convoy.', 'attacked', '2019-06-17'],
    ['Late on Tuesday, rebels shelled the town of Idlib.', 'shelled', '2019-06-18'],
    ['Police arrested 14 demonstrators in the capital Wednesday.', 'arrested', '2019-06-19'],
    ['Turkey deployed troops to the border yesterday.', 'deployed', '2019-06-19'],
    ['The foreign ministers of Oman and Qatar met in Muscat on June 12.', 'met', '2019-06-12'],
    ['A bomb killed nine people in Kabul earlier on Thursday.', 'killed', '2019-06-20'],
    ['Jets bombed a depot outside Sanaa overnight Tuesday.', 'bombed', '2019-06-18'],
    ['The army withdrew from the valley in March 2017.', 'withdrew', '2017-03'],
    ['The group kidnapped three engineers in 2014.', 'kidnapped', '2014'],
    ['A drone struck a fuel store at dawn on 16 June.', 'struck', '2019-06-16'],
    ['Rockets were fired at the base at 3 a.m. on Wednesday.', 'fired', '2019-06-19'],
    ['Three soldiers were killed last Friday by a roadside bomb.', 'killed', '2019-06-14'],
    ['Two men were arrested in Lagos last week.', 'arrested', '2019-06-10..2019-06-16'],
    ['Iran, which has denied any role, seized a tanker on 13 June.', 'seized', '2019-06-13'],
    ['Protesters blocked the main road for a second day on Tuesday.', 'blocked', '2019-06-18'],
    ['In the early hours of Sunday, a suicide bomber attacked a checkpoint.', 'attacked', '2019-06-16'],
    [
      'Militias have moved to a heightened level of preparation this week.',
      'preparation',
      '2019-06-17..2019-06-23',
    ],
    ['In an attack on Saturday, militants killed four farmers.', 'attack', '2019-06-15'],
  ]);
});

describe('the day of the noun', () => {
  table([
    ['The Jan. 3 strike was condemned by Oman.', 'strike', '2019-01-03'],
    ['The group claimed responsibility for the June 16 attack.', 'attack', '2019-06-16'],
    ["Thursday's attack was the third in a month.", 'attack', '2019-06-20'],
    ["Monday's bombing in Kabul killed nine people.", 'bombing', '2019-06-17'],
    ['Officials are investigating the attack of 10 June on the consulate.', 'attack', '2019-06-10'],
    ['The 2015 massacre in the village is remembered by few.', 'massacre', '2015'],
    ['They fled a 1994 genocide.', 'genocide', '1994'],
    ['The court heard evidence on the 2011 bombing of a church.', 'bombing', '2011'],
    ["The minister condemned last week's airstrike on a market.", 'airstrike', '2019-06-10..2019-06-16'],
    ["Last month's raid on the port was his idea.", 'raid', '2019-05'],
    ['The killing on Tuesday of Ali Hassan angered the tribe.', 'killing', '2019-06-18'],
    ['The attack, on Saturday, left six dead.', 'attack', '2019-06-15'],
    ['The bombing, which took place on 9 June, killed a judge.', 'bombing', '2019-06-09'],
    ['The attack that took place last Friday was the worst so far.', 'attack', '2019-06-14'],
    ['The attack happened on Tuesday.', 'attack', '2019-06-18'],
    ['The shelling began on Sunday.', 'shelling', '2019-06-16'],
    ['The raid came on Monday.', 'raid', '2019-06-17'],
    ['The strike on 3 January 2018 near the airport killed two.', 'strike', '2018-01-03'],
    ['A report on the April 2018 chemical attack in Douma is due.', 'attack', '2018-04'],
    ['Survivors of the 12 May 2018 shooting gathered in the square.', 'shooting', '2018-05-12'],
  ]);
});

describe('the time of the telling is not that of the event', () => {
  table([
    ['The army said on Friday that it had killed 12 rebels.', 'killed', '-'],
    ['The army said Friday it killed 12 rebels.', 'killed', '-'],
    ['Turkey on Wednesday said that it had arrested a spy.', 'arrested', '-'],
    ['A spokesman told reporters on Monday that gunmen had attacked the port.', 'attacked', '-'],
    ['On Tuesday, the ministry announced that troops had withdrawn from the town.', 'withdrawn', '-'],
    ['Gunmen attacked the port, police said on Wednesday.', 'attacked', '-'],
    ['Gunmen attacked the port on Sunday, police said on Wednesday.', 'attacked', '2019-06-16'],
    ['The minister said on Wednesday that gunmen attacked the port on Sunday.', 'attacked', '2019-06-16'],
    ['"They attacked our convoy," the mayor said on Tuesday.', 'attacked', '-'],
    ['According to a statement issued on Monday, rebels killed two guards.', 'killed', '-'],
    ['France condemned on Wednesday the bombing of the hospital.', 'bombing', '-'],
    ['France condemned on Wednesday the bombing of the hospital.', 'condemned', '2019-06-19'],
    ['On Wednesday France condemned the attack on the hospital.', 'attack', '-'],
    ['The group claimed responsibility on Tuesday for the attack on the hotel.', 'attack', '-'],
    ['A court on Monday sentenced two men for the killing of a priest.', 'killing', '-'],
    ['Officials reported on Tuesday that a mine had killed two children.', 'killed', '-'],
    ['In a statement on Sunday, the group threatened to attack embassies.', 'threatened', '2019-06-16'],
    ['In a statement on Sunday, the group threatened to attack embassies.', 'attack', '-'],
    ['Iran warned on Tuesday that it would attack ships.', 'attack', '-'],
    ['Reuters reported Monday that the two presidents had met in Geneva on June 8.', 'met', '2019-06-08'],
    ['Investigators on Wednesday blamed the attack on a militia.', 'attack', '-'],
    ['The EU imposed sanctions on Monday over the killing of Ann Example.', 'killing', '-'],
  ]);
});

describe('the time of another event is not that of this one', () => {
  table([
    ["After Monday's raid, the army shelled the village.", 'shelled', '-'],
    ["After Monday's raid, the army shelled the village.", 'raid', '2019-06-17'],
    ['Police arrested two men on Tuesday after the bombing of a church.', 'arrested', '2019-06-18'],
    ['Police arrested two men on Tuesday after the bombing of a church.', 'bombing', '-'],
    ["The arrests follow last week's attack on the parliament.", 'attack', '2019-06-10..2019-06-16'],
    ["The arrests follow last week's attack on the parliament.", 'arrests', '-'],
    ['Troops killed the man who attacked the convoy on Sunday.', 'attacked', '2019-06-16'],
    ['Gunmen killed a judge on Sunday and police arrested two men on Tuesday.', 'killed', '2019-06-16'],
    ['Gunmen killed a judge on Sunday and police arrested two men on Tuesday.', 'arrested', '2019-06-18'],
    ['Gunmen attacked a convoy on Sunday and kidnapped the driver.', 'kidnapped', '2019-06-16'],
    ['Turkey, which invaded the region in 2018, shelled two villages on Monday.', 'shelled', '2019-06-17'],
    ['Turkey, which invaded the region in 2018, shelled two villages on Monday.', 'invaded', '2018'],
    ['Ali Hassan, who was arrested in May, visited Moscow on Tuesday.', 'visited', '2019-06-18'],
    ['Ali Hassan, who was arrested in May, visited Moscow on Tuesday.', 'arrested', '2019-05'],
    [
      'Iran threatened to attack ships a week after the seizure of its tanker on June 4.',
      'threatened',
      '2019-06-11',
    ],
    ['The talks were held on Monday, days before the army attacked the town.', 'attacked', '-'],
    ['The strike on Monday came a day after rockets hit the base.', 'strike', '2019-06-17'],
    [
      'Rebels shelled the town on Monday, killing two, and attacked a bridge on Wednesday.',
      'attacked',
      '2019-06-19',
    ],
    [
      'Rebels shelled the town on Monday, killing two, and attacked a bridge on Wednesday.',
      'shelled',
      '2019-06-17',
    ],
    ['The man accused of the 2017 bombing was killed on Saturday.', 'killed', '2019-06-15'],
    ['The man accused of the 2017 bombing was killed on Saturday.', 'bombing', '2017'],
  ]);
});

describe('set off from another time', () => {
  table([
    [
      'Gunmen attacked the port on 10 June. Two days later, police arrested five men.',
      'arrested',
      '2019-06-12',
    ],
    ['Gunmen attacked the port on 10 June. The day before, they had killed a judge.', 'killed', '2019-06-09'],
    [
      'Gunmen attacked the port on 10 June. A week earlier, they had bombed a bridge.',
      'bombed',
      '2019-06-03',
    ],
    [
      'Rockets hit the base on 4 May 2018. The following day, the army shelled the town.',
      'shelled',
      '2018-05-05',
    ],
    ['Rockets hit the base on 4 May 2018. The next day the army bombed the town.', 'bombed', '2018-05-05'],
    ['Rockets hit the base three days ago.', 'hit', '2019-06-17'],
    ['Two weeks ago, gunmen kidnapped a priest.', 'kidnapped', '2019-06-03..2019-06-09'],
    ['A bomb exploded in the market that same day, on 2 June, killing nine.', 'exploded', '2019-06-02'],
    ['Four guards were arrested a day before the bombing on June 10.', 'arrested', '2019-06-09'],
    ['Four guards were arrested a day before the bombing on June 10.', 'bombing', '2019-06-10'],
    ['Police arrested two men after the attack on the port on 10 June.', 'arrested', '-'],
    ['Police arrested two men after the attack on the port on 10 June.', 'attack', '2019-06-10'],
    ['The arrests came two days after rockets hit the base on 4 June.', 'arrests', '2019-06-06'],
    ['The man was questioned on suspicion of murder yesterday.', 'murder', '-'],
    ['Ann Example, who served during the 2012 campaign, criticised the army.', 'criticised', '-'],
    ['Gunmen attacked the port on 10 June. Police arrested five men the same day.', 'arrested', '2019-06-10'],
  ]);
});

describe('bounds, durations and ranges', () => {
  table([
    ['Troops have attacked the town since Monday.', 'attacked', '-'],
    ['The withdrawal will be finished by 1 July.', 'withdrawal', '-'],
    ['The ceasefire holds until 30 June.', 'ceasefire', '-'],
    ['Rebels attacked the town before June 12.', 'attacked', '-'],
    ['A seven-week war that ended on Aug. 26, 2014 left the city in ruins.', 'war', '2014-07-08..2014-08-26'],
    ['A three-day offensive began on 9 June.', 'offensive', '2019-06-09..2019-06-11'],
    ['The army shelled the town from June 3 to June 7.', 'shelled', '2019-06-03..2019-06-07'],
    ['The war lasted from 1980 to 1988.', 'war', '1980-01-01..1988-12-31'],
    ['Between June 3 and June 7 the army shelled the town.', 'shelled', '2019-06-03..2019-06-07'],
    ['The deadline for the withdrawal is July 1.', 'withdrawal', '-'],
    ['The war from 2003 to 2011 cost many lives.', 'war', '2003-01-01..2011-12-31'],
    ['The civil war, which began in 2011, has killed many people.', 'war', '2011'],
    ['At least 40 people have been killed since the beginning of June.', 'killed', '-'],
    ['For three days rebels have shelled the town.', 'shelled', '-'],
    ['Rebels shelled the town through Tuesday.', 'shelled', '-'],
  ]);
});

describe('what is to come', () => {
  table([
    ['The two presidents will meet next Tuesday.', 'meet', '2019-06-25'],
    ['The two presidents will meet on Tuesday.', 'meet', '2019-06-25'],
    ['The speaker has invited Ann Example to visit Moscow on Tuesday.', 'visit', '2019-06-25'],
    ['The two ministers are to meet in Rome on July 15.', 'meet', '2019-07-15'],
    ['Unions plan to protest on Saturday.', 'protest', '2019-06-22'],
    ['The minister is due to visit Moscow on Monday.', 'visit', '2019-06-24'],
    ['The summit, scheduled for June 28, will bring the leaders to talks in Osaka.', 'talks', '-'],
    ['On Tuesday the president ordered a withdrawal of troops next month.', 'withdrawal', '2019-07'],
    ['The group vowed on Monday to attack the embassy.', 'vowed', '2019-06-17'],
    ['The group vowed on Monday to attack the embassy.', 'attack', '-'],
    ['Officials said on Wednesday that troops will invade the region in August.', 'invade', '2019-08'],
    ['The army announced on Monday that it would hold drills on June 29.', 'drills', '2019-06-29'],
  ]);
});

describe('again-mentions share the day', () => {
  table([
    ['Gunmen attacked the port on Sunday. The attack killed two guards.', 'attack', '2019-06-16'],
    ['Gunmen attacked the port. The attack happened on Sunday.', 'attacked', '2019-06-16'],
    ['Gunmen attacked the port. Two guards died in the attack on Sunday.', 'attacked', '2019-06-16'],
    ['A bomb killed nine people in Kabul on Sunday. Oman condemned the bombing.', 'bombing', '2019-06-16'],
    ['Rebels shelled Idlib on Sunday. Doctors said the bombardment killed two.', 'bombardment', '2019-06-16'],
    ['Rebels shelled Idlib on Sunday. Attacks on the port went on.', 'Attacks', '-'],
    ['Gunmen attacked the port on Sunday. On Monday, the army shelled a village.', 'shelled', '2019-06-17'],
  ]);
});

describe('fresh news without a time word', () => {
  table([
    ['Iran has accused Israel of the attack.', 'accused', 'p2019-06-20'],
    ['Iran accuses Israel of lies.', 'accuses', 'p2019-06-20'],
    ['Rebels are shelling the town, residents say.', 'shelling', 'p2019-06-20'],
    // Past, open, denied, habitual, summed up, told further down or with another time: never.
    ['Gunmen attacked a convoy near Mosul.', 'attacked', '-'],
    ['Gunmen may attack the convoy.', 'attack', '-'],
    ['Gunmen have not attacked the convoy.', 'attacked', '-'],
    ['Gunmen have repeatedly attacked the road.', 'attacked', '-'],
    ['Iran has accused Israel of the attack on Sunday.', 'attack', '2019-06-16'],
    ['The fair opened. It rained. It was cold. Iran has accused Israel of lies.', 'accused', '-'],
    ['The man who has attacked two shops is known.', 'attacked', '-'],
  ]);

  it('says that it is the publication day, and has no time word', () => {
    const { when } = eventOf(readText('Iran has accused Israel of lies.'), 'accused');
    expect(when).toEqual({ from: '2019-06-20', to: '2019-06-20', precision: 'day', anchor: 'published' });
    expect(
      eventOf(readText('Iran has accused Israel of lies.', { published: '2019-06' }), 'accused').when,
    ).toBeUndefined();
  });
});

describe('anniversaries and no days', () => {
  table([
    ['The rally marked the anniversary of the strike of 3 January 2018.', 'strike', '2018-01-03'],
    ['Two weeks before the anniversary of the war, troops shelled a village.', 'shelled', '-'],
    ['The army regularly attacks the town on Fridays.', 'attacks', '-'],
    ['Gunmen attack the road every Monday.', 'attack', '-'],
    ['The 15-year-old boy was killed by a shell.', 'killed', '-'],
    ['Rebels attacked the 2nd Division in 40 places.', 'attacked', '-'],
    ['The army denied that it attacked the hospital on Tuesday.', 'attacked', '2019-06-18'],
    ['No one was killed in the blast on Tuesday.', 'killed', '2019-06-18'],
    ['The group that was founded in 2012 attacked a convoy.', 'attacked', '-'],
    ['The president, elected in 2016, ordered strikes on the militia.', 'strikes', '-'],
    ['The 2016 peace agreement ended the war.', 'war', '-'],
  ]);
});

it('keeps the weekday where the page has no date', () => {
  const { published: _published, ...undated } = { published: undefined };
  const reading = readText('Gunmen attacked a convoy on Monday.', { ...undated, published: '' });
  const { when } = eventOf(reading, 'attacked');
  expect(when?.from).toBeUndefined();
  expect(when?.time).toBe('t1');
});
