/** Texts of any length for the curve: how the time of reading grows with the text, for text of every shape. */

const ARTICLE = [
  'Rebels shelled the port of Aden on Monday, killing at least 12 people, officials said.',
  '“We will answer this attack,” Ann Example, the defence minister, told reporters in Sanaa. She declined to say when.',
  'According to two people familiar with the talks, the government had warned of a strike since 3 March 2021.',
  'The group denied any part in it. A spokesman for the United Nations, Ben Example, called for a ceasefire.',
  'Prices in the city rose by 4 per cent, and schools stayed shut for a second week.',
].join(' ');
const WORDS = ARTICLE.match(/[A-Za-z]+/g);

const fill = (part, length) => part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** Words that never come twice, so that nothing that is remembered helps. */
function makeNames(length) {
  const parts = [];
  for (let size = 0, i = 0; size < length; i++) {
    const part = `An${(i * 7919).toString(36)} Ex${(i * 104729).toString(36)} said he left. `;
    parts.push(part);
    size += part.length;
  }
  return parts.join('').slice(0, length);
}

/** Each: a name and what makes a text of the given length. */
export const SHAPES = {
  article: (length) => fill(`${ARTICLE}\n\n`, length),
  'one paragraph': (length) => fill(`${ARTICLE} `, length),
  'no full stop': (length) => fill(`${WORDS.join(' ')} `, length),
  'list of words': (length) => fill(`${WORDS.join('\n')}\n`, length),
  'quotation marks': (length) => fill('"', length),
  'open quotations': (length) => fill('“ said ', length),
  'short quotations': (length) => fill('“We left,” he said. ', length),
  'he said that': (length) => fill('he said that ', length),
  'ever new names': makeNames,
  'one name': (length) => fill('Ann Example left. ', length),
  events: (length) => fill('Rebels killed 12 soldiers in Aleppo on Monday. ', length),
  'that attack': (length) => fill('That attack killed two in response to the raid. ', length),
  places: (length) => fill('Paris, London, Aleppo, Kyiv, ', length),
  dates: (length) => fill('on Monday, 3 March 2021, at 10 p.m. ', length),
  numbers: (length) => fill('12,000 people and 3 million and ', length),
  capitals: (length) => fill('REBELS SHELLED THE PORT OF ADEN ', length),
  'one letter': (length) => fill('a', length),
  brackets: (length) => fill('(', length),
  'full stops': (length) => fill('. ', length),
  emoji: (length) => fill('😀 said ', length),
  hyphens: (length) => fill('a-', length),
};
