import { buildReading, type ReadingPlan } from './reading-builder.ts';

/* A made-up case for tests: an invented country, invented outlets and people, so that nothing in it can be news. */

const outlet = { name: 'Northern Gazette', type: 'outlet' } as const;
const courier = {
  name: 'Channel Courier',
  type: 'outlet',
  at: 'Channel Courier',
  cue: ['reported', 'report'],
} as const;

const warning: ReadingPlan = {
  outlet: 'Northern Gazette',
  title: 'Officials fear an attack on the mission in Port Sarrat',
  published: '2031-05-16',
  publishedEvidence: 'visible date line',
  url: 'https://gazette.example/2031/05/16/mission',
  byline: 'Foreign desk',
  text: [
    'Militias in Karvonia are at a raised level of readiness and may strike the allied mission in Port Sarrat, the Channel Courier reported on Thursday. “We see launchers being moved at night,” one of two officials told the Courier. Both asked not to be named, and neither gave evidence of a specific plan.',
    'The officials are concerned that rockets could be fired at the mission before the anniversary of the harbour raid on 3 June. General Ilka Tamberg, who commands the allied force, said her troops had received no order to leave. “We are staying,” she said.',
    'On 9 May, at least eight rockets hit the harbour district and killed one dock worker. The Karvonian army counted 21. The Free Coast Front denied that it had fired them and blamed “a third hand”. The ministry of defence ordered two more batteries to the coast.',
    'In April 2030 a drone strike near Ostra killed Davor Lenk, who led the Front. The Front promised revenge at the time.',
    'The mission’s spokesman declined to comment.',
  ].join('\n\n'),
  captions: [{ text: 'The harbour of Port Sarrat, seen from the old fort.', credit: 'M. Oru/Gazette' }],
  removed: [
    { text: 'Get our morning letter. Sign up here.', why: 'promotion' },
    { text: 'Most read: Ferry fares rise · Mild winter expected', why: 'related links' },
    { text: 'Home World Business Sport', why: 'navigation' },
  ],
  times: {
    t1: { at: 'Thursday', type: 'DATE', value: '2031-05-15', from: '2031-05-15', to: '2031-05-15', precision: 'day', anchor: 'published' },
    t2: { at: '3 June', type: 'DATE', value: '2031-06-03', from: '2031-06-03', to: '2031-06-03', precision: 'day', anchor: 'published' },
    t3: { at: '9 May', type: 'DATE', value: '2031-05-09', from: '2031-05-09', to: '2031-05-09', precision: 'day', anchor: 'published' },
    t4: { at: 'April 2030', type: 'DATE', value: '2030-04', from: '2030-04-01', to: '2030-04-30', precision: 'month' },
  },
  places: {
    p1: { at: 'Karvonia', name: 'Karvonia', country: 'XV', precision: 'country', use: 'place' },
    p2: { at: 'Port Sarrat', name: 'Port Sarrat', country: 'XV', lat: 41.2, lon: 19.1, precision: 'city', use: 'place' },
    p3: { at: 'Karvonian', name: 'Karvonia', country: 'XV', precision: 'country', use: 'demonym' },
    p4: { at: 'Ostra', name: 'Ostra', country: 'XV', lat: 41.9, lon: 19.6, precision: 'city', use: 'place' },
    p5: { at: 'harbour district', name: 'harbour district', country: 'XV', precision: 'district', use: 'place' },
  },
  entities: {
    e1: { at: ['Militias in Karvonia'], type: 'group', name: 'Militias in Karvonia', country: 'XV', sector: 'REB' },
    e2: { at: ['the allied mission in Port Sarrat', 'the mission#1'], type: 'facility', name: 'allied mission in Port Sarrat' },
    e3: { at: ['General Ilka Tamberg', 'she'], type: 'person', name: 'Ilka Tamberg', sector: 'MIL', role: 'commander of the allied force' },
    e4: { at: ['The Free Coast Front', 'the Front', 'The Front'], type: 'group', name: 'Free Coast Front', country: 'XV', sector: 'REB' },
    e5: { at: ['The Karvonian army'], type: 'organization', name: 'Karvonian army', country: 'XV', sector: 'MIL' },
    e6: { at: ['rockets#1', 'rockets#2'], type: 'weapon', name: 'rockets' },
    e7: { at: ['Davor Lenk'], type: 'person', name: 'Davor Lenk', sector: 'REB' },
    e8: { at: ['The ministry of defence'], type: 'organization', name: 'Ministry of Defence', country: 'XV', sector: 'GOV' },
  },
  claims: {
    c1: {
      says: 'Militias in Karvonia are at a raised level of readiness and may strike the allied mission in Port Sarrat',
      chain: [outlet, courier, { name: 'officials', type: 'office', anonymous: true, number: 'several' }],
      stance: 'warns', certainty: 'possible', evidence: 'noneGiven', events: ['v1', 'v2'],
    },
    c2: {
      says: 'We see launchers being moved at night',
      chain: [
        outlet,
        { name: 'Channel Courier', type: 'outlet', at: 'the Courier' },
        { name: 'one of two officials', type: 'office', anonymous: true, number: 'one', at: 'one of two officials', cue: ['told', 'tell'] },
      ],
      quote: 'direct', evidence: 'noneGiven', events: ['v3'],
    },
    c3: {
      says: 'rockets could be fired at the mission before the anniversary of the harbour raid on 3 June',
      chain: [
        outlet,
        { name: 'Channel Courier', type: 'outlet' },
        { name: 'officials', type: 'office', anonymous: true, number: 'several', at: 'The officials', cue: ['are concerned', 'fear'] },
      ],
      stance: 'fears', certainty: 'possible', events: ['v4'],
    },
    c4: {
      says: 'her troops had received no order to leave',
      chain: [outlet, { name: 'Ilka Tamberg', type: 'person', role: 'commander of the allied force', entity: 'e3', at: 'General Ilka Tamberg', cue: ['said', 'say'] }],
      polarity: 'negated', events: ['v5'],
    },
    c5: {
      says: 'We are staying',
      chain: [outlet, { name: 'Ilka Tamberg', type: 'person', role: 'commander of the allied force', entity: 'e3', at: 'she', cue: ['said#2', 'say'] }],
      quote: 'direct',
    },
    c6: { says: 'On 9 May, at least eight rockets hit the harbour district and killed one dock worker', chain: [outlet], quote: 'none', events: ['v6'] },
    c7: { says: '21', chain: [outlet, { name: 'Karvonian army', type: 'office', entity: 'e5', at: 'The Karvonian army', cue: ['counted', 'count'] }], events: ['v7'] },
    c8: { says: 'it had fired them', chain: [outlet, { name: 'Free Coast Front', type: 'office', entity: 'e4', at: 'The Free Coast Front', cue: ['denied', 'deny'] }], stance: 'denies', events: ['v8'] },
    c9: { says: '“a third hand”', chain: [outlet, { name: 'Free Coast Front', type: 'office', entity: 'e4', at: 'The Free Coast Front', cue: ['blamed', 'blame'] }], quote: 'mixed', stance: 'blames' },
    c10: { says: 'The ministry of defence ordered two more batteries to the coast', chain: [outlet], quote: 'none', events: ['v9'] },
    c11: { says: 'In April 2030 a drone strike near Ostra killed Davor Lenk, who led the Front', chain: [outlet], quote: 'none', events: ['v10'] },
    c12: { says: 'revenge', chain: [outlet, { name: 'Free Coast Front', type: 'office', entity: 'e4', at: 'The Front', cue: ['promised', 'promise'] }], stance: 'threatens', events: ['v11'] },
    c13: { says: 'declined to comment', chain: [outlet, { name: 'spokesman of the mission', type: 'office', at: 'The mission’s spokesman', cue: ['declined to comment', 'decline'] }], stance: null, certainty: 'unknown', evidence: 'withheld' },
  },
  events: {
    v1: { trigger: 'readiness', type: 'MOBILIZE', mode: 'militia', claim: 'c1', realis: 'prepared', factuality: 1, actors: ['e1'], where: 'p1', when: { from: '2031-05-15', to: '2031-05-15', precision: 'day', time: 't1' } },
    v2: { trigger: 'strike', type: 'ASSAULT', mode: 'heavy-weapons', claim: 'c1', realis: 'possible', factuality: 0, actors: ['e1'], recipients: ['e2'], where: 'p2' },
    v3: { trigger: 'moved', type: 'MOBILIZE', mode: 'weapons', claim: 'c2', realis: 'ongoing', actors: ['e1'] },
    v4: { trigger: 'fired', type: 'ASSAULT', mode: 'heavy-weapons', claim: 'c3', realis: 'possible', factuality: 0, recipients: ['e2'], instruments: ['e6'], when: { from: '2031-05-16', to: '2031-06-03', precision: 'day', time: 't2' } },
    v5: { trigger: 'leave', type: 'RETREAT', mode: 'withdraw', claim: 'c4', realis: 'denied', factuality: -2 },
    v6: { trigger: 'hit', type: 'ASSAULT', mode: 'heavy-weapons', cameo: '194', claim: 'c6', instruments: ['e6'], where: 'p5', when: { from: '2031-05-09', to: '2031-05-09', precision: 'day', time: 't3' }, figures: [{ at: 'at least eight rockets', of: 'rockets', value: 8, bound: 'atLeast' }, { at: 'one dock worker', of: 'killed', value: 1, bound: 'exactly', who: 'dock worker' }] },
    v7: { trigger: 'counted', type: 'ASSAULT', mode: 'heavy-weapons', claim: 'c7', sameAs: 'v6', when: { from: '2031-05-09', to: '2031-05-09', precision: 'day' }, figures: [{ at: '21', of: 'rockets', value: 21, bound: 'exactly' }] },
    v8: { trigger: 'fired#2', type: 'ASSAULT', mode: 'heavy-weapons', claim: 'c8', realis: 'denied', factuality: -2, actors: ['e4'], sameAs: 'v6', when: { from: '2031-05-09', to: '2031-05-09', precision: 'day' } },
    v9: { trigger: 'ordered', type: 'MOBILIZE', mode: 'troops', claim: 'c10', realis: 'ordered', factuality: 1, actors: ['e8'], figures: [{ at: 'two more batteries', of: 'batteries', value: 2, bound: 'exactly' }] },
    v10: { trigger: 'drone strike', type: 'ASSAULT', mode: 'drone', cameo: '195', claim: 'c11', background: true, recipients: ['e7'], where: 'p4', when: { from: '2030-04-01', to: '2030-04-30', precision: 'month', time: 't4' }, figures: [{ at: 'killed Davor Lenk', of: 'killed', value: 1, bound: 'exactly' }] },
    v11: { trigger: 'revenge', type: 'THREATEN', mode: 'violence', claim: 'c12', realis: 'threatened', factuality: 0, background: true, actors: ['e4'], responseTo: 'v10' },
  },
  notes: [
    { type: 'guess', at: '21', why: 'taken as a count of rockets' },
    { type: 'skipped', at: 'a third hand', why: 'nobody is named' },
  ],
}; // biome-ignore format: a table

const relay: ReadingPlan = {
  outlet: 'Harbour Wire',
  title: 'Courier: launchers moved near Port Sarrat',
  published: '2031-05-17',
  url: 'https://harbourwire.example/launchers',
  text: 'Launchers have been moved at night near Port Sarrat, the Channel Courier reports, citing an unnamed official.\n\nThe wire could not confirm this.',
  claims: {
    c1: {
      says: 'Launchers have been moved at night near Port Sarrat',
      chain: [
        { name: 'Harbour Wire', type: 'outlet' },
        { name: 'Channel Courier', type: 'outlet', at: 'Channel Courier', cue: ['reports', 'report'] },
        { name: 'an official', type: 'office', anonymous: true, number: 'one', at: 'an unnamed official' },
      ],
      events: ['v1'],
    },
  },
  events: { v1: { trigger: 'moved', type: 'MOBILIZE', mode: 'weapons', realis: 'ongoing' } },
  places: { p1: { at: 'Port Sarrat', name: 'Port Sarrat', country: 'XV', precision: 'city', use: 'place' } },
};

const relayChanged: ReadingPlan = {
  ...relay,
  seen: '2031-05-21T08:00:00Z',
  text: `${relay.text}\n\nCorrection: an earlier version named another harbour.`,
};

/** Text that would do harm wherever it is not shown as text. */
const hostile: ReadingPlan = {
  outlet: '<img src=x onerror=alert(1)>',
  title: '<script>document.title="owned"</script> Title with "quotes" & signs',
  published: '2031-05-01',
  url: 'javascript:alert(document.domain)',
  text: '<svg/onload=alert(1)> said that ships </script><script>alert(2)</script> had left the port.',
  claims: {
    c1: {
      says: 'ships </script><script>alert(2)</script> had left the port',
      chain: [
        { name: '<img src=x onerror=alert(1)>', type: 'outlet' },
        { name: '<svg/onload=alert(1)>', type: 'unknown', at: '<svg/onload=alert(1)>', cue: ['said', 'say'] },
      ],
      events: ['v1'],
    },
  },
  events: { v1: { trigger: 'left', type: 'RETREAT', mode: 'withdraw' } },
};

function makeShipping(day: number): ReadingPlan {
  const date = `2031-04-${String(day).padStart(2, '0')}`;
  return {
    outlet: day % 3 === 0 ? 'Harbour Wire' : 'Coast Observer',
    title: `Shipping report of ${date}`,
    published: date,
    url: `https://observer.example/shipping/${day}`,
    language: day % 4 === 0 ? 'de' : 'en',
    text: `Convoy ${day} reached the roads before noon, the port authority said. Pilots boarded ${day + 3} vessels.`,
    claims: {
      c1: {
        says: `Convoy ${day} reached the roads before noon`,
        chain: [
          { name: 'Coast Observer', type: 'outlet' },
          { name: 'port authority', type: 'office', at: 'the port authority', cue: ['said', 'say'] },
        ],
      },
    },
  };
}

/** The documents of the case; `relayChanged` is the second version of `relay`. */
export const karvonia = {
  warning: buildReading(warning),
  relay: buildReading(relay),
  relayChanged: buildReading(relayChanged),
  hostile: buildReading(hostile),
  shipping: Array.from({ length: 30 }, (_, index) => buildReading(makeShipping(index + 1))),
};
