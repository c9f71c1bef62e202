import { expect, it } from 'vitest';
import { eventOf, readText } from './reading.fixtures.ts';

it.each([
  ['Ann Example said in Jakarta that gunmen attacked a church in Makassar.', 'attacked', 'Makassar'],
  ['In Washington, the Pentagon said that a strike killed two fighters in Syria.', 'strike', 'Syria'],
  ['The attack on a base near Erbil killed a contractor.', 'attack', 'Erbil'],
  ['Rockets hit the embassy in Baghdad.', 'hit', 'Baghdad'],
  ['Israel carried out strikes in southern Lebanon.', 'strikes', 'Lebanon'],
  ['A man from Leeds was arrested in Istanbul.', 'arrested', 'Istanbul'],
  ['A man from Leeds was arrested on Monday.', 'arrested', undefined],
  ['Police in Nairobi arrested two men who attacked a hotel in Mombasa.', 'attacked', 'Mombasa'],
  ['France condemned the bombing in Kabul.', 'condemned', undefined],
  ['France condemned the bombing in Kabul.', 'bombing', 'Kabul'],
  ['Turkish troops withdrew from northern Syria to Turkey.', 'withdrew', 'Syria'],
  ['The bombers flew from Barksdale Air Force Base in Louisiana.', 'flew', undefined],
  ['The army bombed camps in Yemen, the ministry in Riyadh said.', 'bombed', 'Yemen'],
  ['The ship was seized in the Strait of Hormuz.', 'seized', 'Strait of Hormuz'],
  ['Protesters marched through Paris against the war in Gaza.', 'marched', 'Paris'],
  ['The bombing, which took place in Mosul, killed a judge.', 'bombing', 'Mosul'],
])('%s [%s] → %s', (text, word, expected) => {
  const reading = readText(text);
  const { where } = eventOf(reading, word);
  expect(reading.places.find(({ id }) => id === where)?.name).toBe(expected);
});
