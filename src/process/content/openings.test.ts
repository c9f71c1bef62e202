import { describe, expect, it } from 'vitest';
import { indexOpenings } from './openings.ts';

describe('indexOpenings', () => {
  it.each<[RegExp, readonly string[], readonly string[]]>([
    [/^read (?:more|also):/i, ['Read more: x', 'READ ALSO: x'], ['Ready', 'The port was shut', '']],
    [/^(?:please )?(?:log ?in|sign up)\b/i, ['Log in', 'login', 'please sign up'], ['signal', 'pleased']],
    [/^\d{1,5} (?:comments?|replies)$/, ['12 comments', '3 replies'], ['a12 comments']],
    [/^(?:page|seite)\s\d{1,2}\s?(?:of|\/)/i, ['Page 3 of 4', 'Seite\u00a03/4'], ['Pages', 'Sei 3']],
    [/^[«"](?:a|b)[^c]x/, ['«aqx', '"bqx'], ['aqx', '«cqx']],
    [/^s[ií]guenos/iu, ['Síguenos', 'SIGUENOS'], ['Segundo']],
    [/^\(?(?:more )?(?=\S)by \p{Lu}/u, ['(by Ann', 'more by Ann', 'by Ann'], ['(Ann', 'mob']],
    [/^ab+c|^x{0,2}y$/, ['abbbc', 'xxy', 'y'], ['acc', 'z']],
    [/^(?:a|b|)c/, ['ac', 'bc', 'c'], ['dc']],
    [/^(?:(?:top|best) ){0,3}comments$/, ['top best comments', 'comments'], ['bottom comments']],
  ])('%s', (pattern, possible, impossible) => {
    const find = indexOpenings([pattern]);
    expect(possible.filter((line) => find(line) === 0)).toEqual([]);
    expect(impossible.filter((line) => find(line) !== 0)).toEqual([]);
  });

  it('has a bit for each pattern', () => {
    const find = indexOpenings([/^more from/i, /^(?:more|less) (?:on|from)/i, /^less/]);
    expect(['More from', 'more on', 'less on', 'none'].map(find)).toEqual([3, 2, 6, 0]);
  });

  it('takes no pattern that may match anywhere', () => {
    expect(() => indexOpenings([/^a|b/])('a')).toThrow('not anchored');
  });
});
