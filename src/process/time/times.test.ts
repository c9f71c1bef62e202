import { describe, expect, it } from 'vitest';
import { findTimes, readTimes } from './times.ts';

/** Text, type and value of each expression, with `mod` behind a plus where there is one. */
function read(text: string, published?: string): string[] {
  const times = findTimes(text, { language: 'en', ...(published === undefined ? {} : { published }) });
  for (const time of times) expect(text.slice(time.start, time.end)).toBe(time.text);
  return times.map(({ text: words, type, value, mod }) => {
    return `${words} | ${type} ${value}${mod === undefined ? '' : ` +${mod}`}`;
  });
}

/** A Friday, in ISO week 50. */
const FRIDAY = '2020-12-11';

type Case = readonly [sentence: string, ...expected: string[]];

function check(cases: readonly Case[], published: string | undefined = FRIDAY) {
  it.each(cases.map(([sentence, ...expected]) => [sentence, expected] as const))(
    '%s',
    (sentence, expected) => {
      expect(read(sentence, published)).toEqual(expected);
    },
  );
}

describe('absolute dates', () => {
  check([
    ['Gunmen raided the depot on Jan. 3, 2020, police said.', 'Jan. 3, 2020 | DATE 2020-01-03'],
    ['The bridge fell on 3 January 2020.', '3 January 2020 | DATE 2020-01-03'],
    ['It was signed on the 5th of May, 1987.', 'the 5th of May, 1987 | DATE 1987-05-05'],
    ['Crowds gathered on the Fourth of July 2019.', 'the Fourth of July 2019 | DATE 2019-07-04'],
    ['The ferry sank on February 29, 2016.', 'February 29, 2016 | DATE 2016-02-29'],
    ['Talks opened in December of 2019.', 'December of 2019 | DATE 2019-12'],
    ['Talks opened in December, 2019.', 'December, 2019 | DATE 2019-12'],
    ['A Sept 2018 audit found gaps.', 'Sept 2018 | DATE 2018-09'],
    ['The convoy left on 2020-12-09 at dusk.', '2020-12-09 | DATE 2020-12-09', 'dusk | TIME 2020-12-09TEV'],
    ['Logged at 2020-12-09T14:30Z by the port.', '2020-12-09T14:30Z | TIME 2020-12-09T14:30Z'],
    ['The pact of 1972 still binds them.', '1972 | DATE 1972'],
    ['In 1206 the khan took the throne.', '1206 | DATE 1206'],
    ["The index has not fallen so far since '87.", "'87 | DATE 1987"],
    ['The village was founded in 400 BC.', '400 BC | DATE BC0400'],
    ['Rome burned in A.D. 64.', 'A.D. 64 | DATE 0064'],
    ['Thursday, Dec. 10, 2020', 'Thursday, Dec. 10, 2020 | DATE 2020-12-10'],
    ['The summit of Thursday 10 December ended early.', 'Thursday 10 December | DATE 2020-12-10'],
    ['They met on Sat., Dec. 5.', 'Sat., Dec. 5 | DATE 2020-12-05'],
  ]);
});

describe('dates without a year lie beside the publication', () => {
  check([
    ['Rockets hit the base on Nov. 17.', 'Nov. 17 | DATE 2020-11-17'],
    ['The court will rule on Jan. 20.', 'Jan. 20 | DATE 2021-01-20'],
    ['Troops will be gone by January 15.', 'January 15 | DATE 2021-01-15'],
    ['A cease-fire was signed in March.', 'March | DATE 2020-03'],
    ['Elections will be held in March.', 'March | DATE 2021-03'],
    ['Prices have doubled since May.', 'May | DATE 2020-05'],
    ['The minister resigned last September.', 'last September | DATE 2020-09'],
    ['The fair returns next May.', 'next May | DATE 2021-05'],
    ['An August raid killed two guards.', 'August | DATE 2020-08'],
    ['Wednesday, January 6 is the deadline.', 'Wednesday, January 6 | DATE 2021-01-06'],
    ['Shelling began in late October.', 'late October | DATE 2020-10 +END'],
    ['An officer was shot ahead of Tuesday’s vote.', 'Tuesday | DATE 2020-12-15'],
    ['The overnight raid failed.', 'overnight | TIME 2020-12-11TNI'],
    ['It should arrive by mid-January.', 'mid-January | DATE 2021-01 +MID'],
    ['Exports fell between April and June.', 'April | DATE 2020-04', 'June | DATE 2020-06'],
    ['He was held from April to June 2018.', 'April | DATE 2018-04', 'June 2018 | DATE 2018-06'],
    [
      'The siege lasted from Nov. 30 to Jan. 4, 2015.',
      'Nov. 30 | DATE 2014-11-30',
      'Jan. 4, 2015 | DATE 2015-01-04',
    ],
    ['Raids took place on Nov. 3 and 4.', 'Nov. 3 | DATE 2020-11-03', '4 | DATE 2020-11-04'],
  ]);
});

describe('ranges', () => {
  check([
    ['The games run Dec. 20-23.', 'Dec. 20-23 | DATE 2020-12-20/2020-12-23'],
    ['It was shut 4–9 May 2019.', '4–9 May 2019 | DATE 2019-05-04/2019-05-09'],
    ['She governed from 2014-2017.', '2014-2017 | DATE 2014/2017'],
    ['The 2019/20 season was cut short.', '2019/20 | DATE 2019/2020'],
    ['Between 2014 and 2017 the front hardly moved.', '2014 | DATE 2014', '2017 | DATE 2017'],
    ['He worked there from Monday to Wednesday.', 'Monday | DATE 2020-12-07', 'Wednesday | DATE 2020-12-09'],
  ]);
});

describe('years and more', () => {
  check([
    ['The road was paved in the 1990s.', 'the 1990s | DATE 199'],
    ['Mines were laid in the late 1980s.', 'the late 1980s | DATE 198 +END'],
    ["Fashions of the '70s are back.", "the '70s | DATE 197"],
    ['The mill dates from the early 19th century.', 'the early 19th century | DATE 18 +START'],
    ['A nineteenth-century church burned.', 'nineteenth-century | DATE 18'],
    ['Output fell in the third quarter of 2020.', 'the third quarter of 2020 | DATE 2020-Q3'],
    ['The third-quarter figures disappointed.', 'third-quarter | DATE 2020-Q3'],
    ['Growth was flat in Q2 2019.', 'Q2 2019 | DATE 2019-Q2'],
    ['Arrests rose in the first half of last year.', 'the first half of last year | DATE 2019-H1'],
    ['The budget for fiscal 2021 passed.', 'fiscal 2021 | DATE FY2021'],
    ['Spending rose this fiscal year.', 'this fiscal year | DATE FY2020'],
    ['Locusts came in the summer of 2014.', 'the summer of 2014 | DATE 2014-SU'],
    ['Fighting eased last winter.', 'last winter | DATE 2019-WI'],
    ['Snow closes the pass in winter.', 'winter | DATE XXXX-WI'],
    ['Turnout fell at the end of last year.', 'the end of last year | DATE 2019 +END'],
    ['Floods came in the last week of March.', 'the last week of March | DATE 2020-W13'],
    ['The vote fell on the first Tuesday of November.', 'the first Tuesday of November | DATE 2020-11-03'],
  ]);
});

describe('weekdays', () => {
  check([
    ['CNN reported on Thursday that talks failed.', 'Thursday | DATE 2020-12-10'],
    ['The envoy said Friday he was leaving.', 'Friday | DATE 2020-12-11'],
    ['Parliament will vote on Tuesday.', 'Tuesday | DATE 2020-12-15'],
    ['The hearing is scheduled to begin Monday.', 'Monday | DATE 2020-12-14'],
    ['The office is closed until Monday.', 'Monday | DATE 2020-12-14'],
    ['The leaders agreed to meet on Sunday.', 'Sunday | DATE 2020-12-13'],
    ['The crash last Friday killed four.', 'last Friday | DATE 2020-12-04'],
    ['The trial resumes next Thursday.', 'next Thursday | DATE 2020-12-17'],
    ['The truce broke down this past Tuesday.', 'this past Tuesday | DATE 2020-12-08'],
    ['Thieves struck on Thursday night.', 'Thursday night | TIME 2020-12-10TNI'],
    ['He was freed Wednesday morning.', 'Wednesday morning | TIME 2020-12-09TMO'],
    ['A blast was heard early Tuesday.', 'early Tuesday | DATE 2020-12-08 +START'],
    ["Monday's raid failed.", 'Monday | DATE 2020-12-07'],
  ]);
});

describe('days and weeks from the publication', () => {
  check([
    ['Two men were arrested today.', 'today | DATE 2020-12-11'],
    ['The ship left yesterday afternoon.', 'yesterday afternoon | TIME 2020-12-10TAF'],
    ['The siege may end tomorrow.', 'tomorrow | DATE 2020-12-12'],
    ['She resigned the day before yesterday.', 'the day before yesterday | DATE 2020-12-09'],
    ['A curfew starts tonight.', 'tonight | TIME 2020-12-11TNI'],
    ['Shells fell last night.', 'last night | TIME 2020-12-10TNI'],
    ['He spoke to reporters this morning.', 'this morning | TIME 2020-12-11TMO'],
    ['Militias have moved closer this week.', 'this week | DATE 2020-W50'],
    ['Staff were withdrawn last week.', 'last week | DATE 2020-W49'],
    ['The assassination of last month is unsolved.', 'last month | DATE 2020-11'],
    ['The carrier sails home next month.', 'next month | DATE 2021-01'],
    ['It was the worst year on record, worse than last year.', 'last year | DATE 2019'],
    ['Taxes were raised earlier this month.', 'earlier this month | DATE 2020-12 +START'],
    ['Voters go to the polls later this year.', 'later this year | DATE 2020 +END'],
    ['Police seized arms over the weekend.', 'the weekend | DATE 2020-W49-WE'],
    ['Rain will fall over the weekend.', 'the weekend | DATE 2020-W50-WE'],
    ['Protests are planned this weekend.', 'this weekend | DATE 2020-W50-WE'],
    ['Two weeks ago the depot exploded.', 'Two weeks ago | DATE 2020-W48'],
    ['He vanished three days ago.', 'three days ago | DATE 2020-12-08'],
    ['The wall was built about five years ago.', 'about five years ago | DATE 2015 +APPROX'],
    ['The pipeline opened six months ago.', 'six months ago | DATE 2020-06'],
    ['More than a decade ago the mine shut.', 'More than a decade ago | DATE 201 +MORE_THAN'],
    ['Losses widened in the last quarter.', 'the last quarter | DATE 2020-Q3'],
    ['The quake struck a week ago.', 'a week ago | DATE 2020-12-04'],
    ['Stocks fell for a third straight day.', 'third straight day | DATE 2020-12-11'],
    ['By the end of the year the base will close.', 'the end of the year | DATE 2020 +END'],
    ['He is due back later in the week.', 'later in the week | DATE 2020-W50 +END'],
  ]);
});

describe('narrative goes on from the date told', () => {
  check([
    [
      'The envoy landed on May 3, 2019. Two days later he was shot.',
      'May 3, 2019 | DATE 2019-05-03',
      'Two days later | DATE 2019-05-05',
    ],
    [
      'Talks failed on June 9, 2018, and the next day the war began.',
      'June 9, 2018 | DATE 2018-06-09',
      'the next day | DATE 2018-06-10',
    ],
    [
      'She was arrested on Wednesday and freed the same day.',
      'Wednesday | DATE 2020-12-09',
      'the same day | DATE 2020-12-09',
    ],
    [
      'The strike of Jan. 3, 2020, came days after a riot. A week earlier a base was hit.',
      'Jan. 3, 2020 | DATE 2020-01-03',
      'days | DURATION PXD',
      'A week earlier | DATE 2019-12-27',
    ],
    ['He joined in 2009 and quit a year later.', '2009 | DATE 2009', 'a year later | DATE 2010'],
    [
      'Sales fell in January compared to the same month a year ago.',
      'January | DATE 2020-01',
      'the same month a year ago | DATE 2019-01',
    ],
    [
      'The siege began on Tuesday at 9 p.m. That night the power failed.',
      'Tuesday | DATE 2020-12-08',
      '9 p.m. | TIME 2020-12-08T21:00',
      'That night | TIME 2020-12-08TNI',
    ],
    [
      'The index lost ground on Monday and ended the day lower.',
      'Monday | DATE 2020-12-07',
      'the day | DATE 2020-12-07',
    ],
    ['The next day nobody came.', 'The next day | DATE XXXX-XX-XX'],
    ['Three days later he was dead.', 'Three days later | DATE XXXX-XX-XX'],
  ]);
});

describe('clock times', () => {
  check([
    ['The doors open at 3 p.m. Friday.', '3 p.m. Friday | TIME 2020-12-11T15:00'],
    ['Sirens were heard at 3:45 a.m. local time.', '3:45 a.m. local time | TIME 2020-12-11T03:45'],
    ['The launch came at 0830 GMT on Dec. 9.', '0830 GMT on Dec. 9 | TIME 2020-12-09T08:30Z'],
    ['Ten rockets fell around midnight.', 'around midnight | TIME 2020-12-11T24:00 +APPROX'],
    ['Police were called shortly before noon.', 'noon | TIME 2020-12-11T12:00'],
    ["They met at nine o'clock in the evening.", "nine o'clock in the evening | TIME 2020-12-11T21:00"],
    [
      'The curfew runs from 22:00 to 05:00.',
      '22:00 | TIME 2020-12-11T22:00',
      '05:00 | TIME 2020-12-11T05:00',
    ],
    ['Broadcast at 7:30pm ET on Monday.', '7:30pm ET on Monday | TIME 2020-12-07T19:30'],
    ['The attack came on the night of Dec. 3.', 'the night of Dec. 3 | TIME 2020-12-03TNI'],
    ['Guards fired in the early morning.', 'the early morning | TIME 2020-12-11TMO +START'],
  ]);
});

describe('durations', () => {
  check([
    ['The strike lasted for three days.', 'three days | DURATION P3D'],
    ['They have 48 hours to leave.', '48 hours | DURATION PT48H'],
    ['The bombers flew a 30-hour mission.', '30-hour | DURATION PT30H'],
    ['A six-month ban was lifted.', 'six-month | DURATION P6M'],
    ['He was jailed for two and a half years.', 'two and a half years | DURATION P2.5Y'],
    ['The hearing took half an hour.', 'half an hour | DURATION PT30M'],
    ['It took a year and a half.', 'a year and a half | DURATION P1.5Y'],
    ['Floods lasted several days.', 'several days | DURATION PXD'],
    ['They waited a couple of weeks.', 'a couple of weeks | DURATION PXW'],
    ['The war dragged on for decades.', 'decades | DURATION PXY'],
    ['A decade-long feud ended.', 'decade-long | DURATION P10Y'],
    ['The outage went on for more than six hours.', 'more than six hours | DURATION PT6H +MORE_THAN'],
    ['At least two months are needed.', 'At least two months | DURATION P2M +EQUAL_OR_MORE'],
    ['It hit a nearly five-year low.', 'nearly five-year | DURATION P5Y +LESS_THAN'],
    ['Losses went on for six straight days.', 'six straight days | DURATION P6D'],
    ['Two years after the fire the hall reopened.', 'Two years | DURATION P2Y'],
    ['It comes weeks before the vote.', 'weeks | DURATION PXW'],
    ['Talks could last 10 to 15 days.', '10 to 15 days | DURATION PXD'],
    ['A 43-year-old man was held.', '43-year-old | DURATION P43Y'],
    ['The child was nine months old.', 'nine months old | DURATION P9M'],
    ['He served 1,200 days in prison.', '1,200 days | DURATION P1200D'],
    ['Sales rose over the past year.', 'the past year | DURATION P1Y'],
    ['The past three weeks were quiet.', 'The past three weeks | DURATION P3W'],
    ['Prices should fall over the next six months.', 'the next six months | DURATION P6M'],
    ['Much changed in the last few days.', 'the last few days | DURATION PXD'],
  ]);
});

describe('sets', () => {
  check([
    ['The market opens every Friday.', 'every Friday | SET XXXX-WXX-5'],
    ['The council meets each year.', 'each year | SET P1Y'],
    ['Patrols pass twice a week.', 'twice a week | SET P1W'],
    ['Guards change every two hours.', 'every two hours | SET PT2H'],
    ['The board meets every other month.', 'every other month | SET P2M'],
    ['Ferries run daily.', 'daily | SET P1D'],
    ['The annual report is out.', 'annual | SET P1Y'],
    ['Shops are shut on Sundays.', 'Sundays | SET XXXX-WXX-7'],
    ['The field yields 20,000 barrels a day.', 'a day | SET P1D'],
    ['The plant costs $5 million a year.', 'a year | SET P1Y'],
    ['They march on Friday nights.', 'Friday nights | SET XXXX-WXX-5TNI'],
    ['The clinic opens three times a week.', 'three times a week | SET P1W'],
    ['Prayers are held every morning.', 'every morning | SET XXXX-XX-XXTMO'],
  ]);
});

describe('vague times', () => {
  check([
    ['The front is quiet now.', 'now | DATE PRESENT_REF'],
    ['He is currently in exile.', 'currently | DATE PRESENT_REF'],
    ['Attacks have recently increased.', 'recently | DATE PAST_REF'],
    ['Raids have grown in recent weeks.', 'recent weeks | DATE PAST_REF'],
    ['An answer is expected soon.', 'soon | DATE FUTURE_REF'],
    ['It will happen in the coming days.', 'the coming days | DATE FUTURE_REF'],
    ['Such raids were common in the past.', 'the past | DATE PAST_REF'],
    ['Nobody can see the future.', 'the future | DATE FUTURE_REF'],
    ['The road stays shut for the time being.', 'the time being | DATE PRESENT_REF'],
  ]);
});

describe('named days and other calendars', () => {
  check([
    ['Shops close on Christmas Eve.', 'Christmas Eve | DATE 2020-12-24'],
    ["The bomb went off on New Year's Day 2017.", "New Year's Day 2017 | DATE 2017-01-01"],
    ['The truce of Good Friday 2020 held.', 'Good Friday 2020 | DATE 2020-04-10'],
    ['Orthodox Easter 2021 was quiet.', 'Orthodox Easter 2021 | DATE 2021-05-02'],
    ['Families met on Thanksgiving.', 'Thanksgiving | DATE 2020-11-26'],
    ['Markets fill up during Ramadan.', 'Ramadan | DATE XXXX-XX-XX'],
    ['Parades marked Independence Day.', 'Independence Day | DATE XXXX-XX-XX'],
    ['Security changed after the 9/11 attacks.', '9/11 | DATE 2001-09-11'],
    ['He planned the Sept. 11 attacks.', 'Sept. 11 | DATE 2001-09-11'],
    ['The decree is dated 13 Dey 1398.', '13 Dey 1398 | DATE XXXX-XX-XX'],
    ['It fell on 10 Muharram 1442 AH.', '10 Muharram 1442 AH | DATE XXXX-XX-XX'],
  ]);
});

describe('figures whose order is open', () => {
  check([
    ['Issued on 13/11/2020 in Basra.', '13/11/2020 | DATE 2020-11-13'],
    ['Issued on 11/13/2020 in Boston.', '11/13/2020 | DATE 2020-11-13'],
    ['Issued on 03/04/2019 in Basra.', '03/04/2019 | DATE 2019-XX-XX'],
    ['Posted 11/12/2020 by the desk.', '11/12/2020 | DATE 2020-12-11'],
    ['From 03/04/2019 to 25/04/2019.', '03/04/2019 | DATE 2019-04-03', '25/04/2019 | DATE 2019-04-25'],
  ]);
});

describe('what only looks like a time', () => {
  check([
    ['They may march on the capital, may they not?'],
    ['The March on Washington drew thousands.'],
    ['May Johnson and April Ryan spoke; so did June Park.'],
    ['He sat in the sun and wed in haste.'],
    ['He came second; it was a second attempt.'],
    ['The Daily Caller and the Sunday Times disagreed.'],
    ['USA Today ran it, and Saturday Night Live joked.'],
    ['Ms. August told the Weekly Standard no.'],
    ['Shares of Boeing 2000 fell to $2019 and 1,989 points.'],
    ['Flight 1549 carried 2015 people.'],
    ['They won 3-2 and then 10-12.'],
    ['Call 202-555-1984 or 1800 555 2020 111.'],
    ['Version 2.10.3 and 20.04.5 are out.'],
    ['It rose 24.5% to 1990.5.'],
    ['A post-9/11 law applies.'],
    ['Black Sabbath and Bloody Sunday are names.'],
    ['A spring in the clock broke; prices fall.'],
    ['The fall of the city shocked them.'],
    ['He is in his 80s.'],
    ['31 and 99:99 and 25:61 are numbers.'],
    ['The text has 123456789012345678901234567890123456789 digits.'],
    ['٢٠٢٠ and １２ are written in other digits.'],
    ['See https://example.org/2020/12/11/story.html for more.'],
    ['They drove at 90 miles per hour.'],
    ['Barra, 51, and a man aged 43 were named.'],
    ['The third quarter of the population fled.'],
    ['At the end of the day it hardly matters.'],
    ['He cited "Back to the Future" and "This Week" on air.'],
    ['Decades and years are plural nouns.'],
    ['The F-16 and the MiG-1944 collided.'],
  ]);
});

describe('hostile input', () => {
  check([
    ['31 February 2020 never was.', '31 February 2020 | DATE XXXX-XX-XX'],
    ['Year 0 and year 0000 are not written.'],
    ['9999 years ago the sea was lower.', '9999 years ago | DATE XXXX'],
    ['Dec. 31, 9999 is far.', 'Dec. 31, 9999 | DATE 9999-12-31'],
  ]);

  it.each([
    ['a run of digits', '1'.repeat(1_000_000), 0],
    ['counts without an end', `several ${'dozen '.repeat(100_000)}days`, 1],
    ['articles', 'the '.repeat(200_000), 0],
    ['hyphens', '1-'.repeat(300_000), 0],
    ['weekdays', 'Thursday '.repeat(20_000), 20_000],
    ['days in a list', 'May 3, 5, 7, '.repeat(10_000), 10_000],
    ['hours that go on', '2 to 3 and '.repeat(30_000), 0],
    ['dates that no calendar has', '31 February 2020. '.repeat(10_000), 10_000],
    ['dates of another calendar', '12 Muharram 1446, '.repeat(10_000), 10_000],
    ['a date in brackets that never close', '3 May 2020 ( old style '.repeat(10_000), 10_000],
  ])('reads %s to the end', (_name, text, count) => {
    expect(findTimes(text, { language: 'en', published: FRIDAY })).toHaveLength(count);
  });

  it('reads nothing in nothing', () => {
    expect(findTimes('', { language: 'en' })).toEqual([]);
  });
});

describe('without a publication date', () => {
  const open: readonly Case[] = [
    ['He left on Thursday.', 'Thursday | DATE XXXX-WXX-4'],
    ['He left on Thursday night.', 'Thursday night | TIME XXXX-WXX-4TNI'],
    ['He left yesterday.', 'yesterday | DATE XXXX-XX-XX'],
    ['He left last week.', 'last week | DATE XXXX-WXX'],
    ['He left last month.', 'last month | DATE XXXX-XX'],
    ['He left last year.', 'last year | DATE XXXX'],
    ['He left on Jan. 3.', 'Jan. 3 | DATE XXXX-01-03'],
    ['He left in June.', 'June | DATE XXXX-06'],
    ['He left in June 2019.', 'June 2019 | DATE 2019-06'],
    ['He left at 3 p.m.', '3 p.m. | TIME XXXX-XX-XXT15:00'],
    ['He left last summer.', 'last summer | DATE XXXX-SU'],
  ];
  it.each(open.map(([sentence, ...expected]) => [sentence, expected] as const))(
    '%s',
    (sentence, expected) => {
      expect(read(sentence)).toEqual(expected);
    },
  );

  it('takes a date that stands alone above the text, and says so', () => {
    const text = 'Envoy leaves the capital\nDecember 11, 2020\nThe envoy left on Thursday.';
    const [line, day] = findTimes(text, { language: 'en' });
    expect(line).toMatchObject({ id: 't1', value: '2020-12-11' });
    expect(day).toMatchObject({ value: '2020-12-10', anchor: 't1' });
  });

  it('counts months but no days from a partial date', () => {
    expect(read('It began last month, on a Tuesday.', '2020-12')).toEqual([
      'last month | DATE 2020-11',
      'Tuesday | DATE XXXX-WXX-2',
    ]);
  });
});

describe('bounds, precision and anchor', () => {
  const one = (text: string, published: string | undefined = FRIDAY) => {
    const times = findTimes(text, { language: 'en', ...(published === undefined ? {} : { published }) });
    return times.at(-1);
  };

  it('gives a weekday its day', () => {
    expect(one('He left on Thursday.')).toEqual({
      kind: 'time',
      id: 't1',
      start: 11,
      end: 19,
      text: 'Thursday',
      type: 'DATE',
      value: '2020-12-10',
      from: '2020-12-10',
      to: '2020-12-10',
      precision: 'day',
      anchor: 'published',
      by: 'time@1',
    });
  });

  it.each([
    ['He left last month.', '2020-11-01', '2020-11-30', 'month', 'published'],
    ['He left this week.', '2020-12-07', '2020-12-13', 'week', 'published'],
    ['He left in the 1990s.', '1990-01-01', '1999-12-31', 'decade', undefined],
    ['He left in 2014.', '2014-01-01', '2014-12-31', 'year', undefined],
    ['He left in the third quarter of 2019.', '2019-07-01', '2019-09-30', 'season', undefined],
    ['He was away from Dec. 2-6.', '2020-12-02', '2020-12-06', 'day', 'published'],
    ['He left at midnight on Thursday.', '2020-12-11T00:00', '2020-12-11T00:00', 'instant', 'published'],
    ['He called over the past three weeks.', '2020-11-20', '2020-12-11', 'unknown', 'published'],
    ['He left on 03/04/2019.', '2019-03-04', '2019-04-03', 'unknown', undefined],
    ['He left over the weekend.', '2020-12-05', '2020-12-06', 'week', 'published'],
  ])('%s', (text, from, to, precision, anchor) => {
    const time = one(text);
    expect([time?.from, time?.to, time?.precision, time?.anchor]).toEqual([from, to, precision, anchor]);
  });

  it('gives no bounds to what is vague or a plain length', () => {
    for (const text of ['He left recently.', 'He left for three days.', 'He leaves every Friday.']) {
      expect(one(text)).not.toHaveProperty('from');
    }
  });

  it('names the date that a narrative goes on from', () => {
    expect(one('He left on May 3, 2019. Two days later he was back.')).toMatchObject({
      anchor: 't1',
      from: '2019-05-05',
    });
  });

  it('says nothing of an anchor for a date with its year', () => {
    expect(one('He left on May 3, 2019.')).not.toHaveProperty('anchor');
  });
});

describe('tagged words', () => {
  it('lets the tag of a verb decide over its form', () => {
    const text = 'The armed units strike on Tuesday.';
    const token = (word: string, xpos: string) => {
      const start = text.indexOf(word);
      return {
        start,
        end: start + word.length,
        text: word,
        lemma: word,
        upos: 'X',
        xpos,
        head: -1,
        deprel: 'root',
      };
    };
    const parsed = [{ start: 0, end: text.length, paragraph: 0, tokens: [token('strike', 'VBD')] }];
    const [past] = findTimes(text, { language: 'en', published: FRIDAY, parsed });
    expect(past?.value).toBe('2020-12-08');
  });
});

describe('notes', () => {
  const whys = (text: string, published = FRIDAY) =>
    readTimes(text, { language: 'en', published }).notes.map(({ type, start = 0, end = 0, why }) => [
      type,
      text.slice(start, end),
      why,
    ]);

  it.each([
    ['The decree of 31 February 2020 is a forgery.', 'skipped', '31 February 2020', /no such day/],
    ['It is dated 13/13/2020.', 'skipped', '13/13/2020', /no such day/],
    ['It was issued on 12 Muharram 1446.', 'skipped', '12 Muharram 1446', /Islamic calendar/],
    ['It was issued on 15 Khordad 1402.', 'skipped', '15 Khordad 1402', /Persian calendar/],
    ['They fasted on 20 Shevat.', 'skipped', '20 Shevat', /Hebrew calendar/],
    ['On 11 Meskerem 2013 they left.', 'skipped', '11 Meskerem 2013', /Ethiopian calendar/],
    ['The coup of 2557 B.E. failed.', 'skipped', '2557 B.E.', /Buddhist calendar/],
    ['It fell on 25 October 1917 (Old Style).', 'skipped', '25 October 1917 (Old Style)', /Julian calendar/],
    ['Attacks rose in Ramadan.', 'skipped', 'Ramadan', /sight of the moon/],
    ['He was shot on Independence Day.', 'skipped', 'Independence Day', /country/],
    ['Issued on 03/04/2019.', 'guess', '03/04/2019', /either order/],
    ['It was signed on Monday, Dec. 10, 2020.', 'guess', 'Monday, Dec. 10, 2020', /day of the week/],
  ])('%s', (text, type, words, why) => {
    expect(whys(text)).toEqual([[type, words, expect.stringMatching(why)]]);
  });

  it('has none for what was read', () => {
    expect(whys('He left on Thursday, Dec. 10, 2020, and returned two days later, at noon.')).toEqual([]);
  });
});

describe('entries of a live page', () => {
  const text =
    'Latest\n\nRockets fell today.\n\nThe envoy left yesterday. Two days later he was back.\n\nHe left on Monday.';
  const at = (words: string) => text.indexOf(words);
  const posts = [
    { start: at('Rockets'), shown: '14:05 GMT', at: '2023-10-08T14:05:00Z' },
    { start: at('The envoy'), shown: '09:00 GMT', at: '2023-10-07T09:00:00Z' },
    { start: at('He left on'), shown: '07:00 GMT' },
  ];
  const read = (published?: string) =>
    findTimes(text, { language: 'en', posts, ...(published === undefined ? {} : { published }) }).map(
      ({ text: words, value, anchor }) => [words, value, anchor],
    );

  it('are counted from their own day, without one from that of the page', () => {
    expect(read('2023-10-10')).toEqual([
      ['today', '2023-10-08', 'post'],
      ['yesterday', '2023-10-06', 'post'],
      ['Two days later', '2023-10-08', 't2'],
      ['Monday', '2023-10-09', 'published'],
    ]);
  });

  it('carry no date from one to the next', () => {
    const [, , , monday] = read();
    expect(monday).toEqual(['Monday', 'XXXX-WXX-1', undefined]);
  });
});
