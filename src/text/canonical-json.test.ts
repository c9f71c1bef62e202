import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonicalJson', () => {
  it('writes the example of RFC 8785, section 3.2.2', () => {
    const value = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    ) as unknown;
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts names by UTF-16 code units, as RFC 8785, section 3.2.3, shows', () => {
    const value = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '😀': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      ö: 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toEqual([
      // A JavaScript object lists "1" first whatever was written, so the text itself is looked at below.
      'One',
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
    expect(canonicalJson(value).startsWith('{"\\r":"Carriage Return","1":"One","\u0080":')).toBe(true);
  });

  it('writes numbers as ECMAScript does', () => {
    const numbers = [
      0, -0, 5e-324, 1.7976931348623157e308, 9007199254740992, 1e21, 295147905179352830000, 1e-7,
    ];
    expect(canonicalJson(numbers)).toBe(
      '[0,0,5e-324,1.7976931348623157e+308,9007199254740992,1e+21,295147905179352830000,1e-7]',
    );
  });

  it('gives the same text whatever the order of fields, and leaves out undefined ones', () => {
    expect(canonicalJson({ b: { d: 1, c: [] }, a: undefined })).toBe('{"b":{"c":[],"d":1}}');
    expect(canonicalJson({ b: { c: [], d: 1 } })).toBe('{"b":{"c":[],"d":1}}');
  });

  it('keeps __proto__ as a name like any other', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1}}');
  });

  it.each([
    ['NaN', Number.NaN, 'the value is NaN'],
    ['infinity', { p: [Number.POSITIVE_INFINITY] }, '.p[0] is Infinity'],
    ['undefined', undefined, 'the value is undefined'],
    ['undefined in an array', [undefined], '[0] is undefined'],
    ['a hole in an array', new Array(1), '[0] is undefined'],
    ['a function', { f: () => 1 }, '.f is a function'],
    ['a big integer', 1n, 'is a bigint'],
    ['a symbol', Symbol('a'), 'is a symbol'],
    ['a Date', new Date(0), 'is no plain object'],
    ['half a surrogate pair', 'a\ud800b', 'half a surrogate pair'],
    ['half a surrogate pair in a name', { '\udc00': 1 }, 'half a surrogate pair'],
  ])('refuses %s', (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(() => canonicalJson(value)).toThrow(message);
  });

  it('refuses a value that holds itself', () => {
    const value: Record<string, unknown> = {};
    value['self'] = value;
    expect(() => canonicalJson(value)).toThrow('or holds itself');
  });
});
