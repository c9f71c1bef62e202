import { describe, expect, it } from 'vitest';
import { isCaptionLine, isCreditLine, parseCaption, readCredit } from './captions.ts';

describe('parseCaption', () => {
  it.each([
    ['A patrol boat off Saro. (mkeita/Flickr)', 'A patrol boat off Saro.', 'mkeita/Flickr'],
    ['The quay at dawn. Photo: Nadia Brandt', 'The quay at dawn.', 'Nadia Brandt'],
    ['The quay at dawn. REUTERS/Nadia Brandt', 'The quay at dawn.', 'REUTERS/Nadia Brandt'],
    ['The quay at dawn. (AP Photo/Nadia Brandt)', 'The quay at dawn.', 'AP Photo/Nadia Brandt'],
    ['Der Kai am Morgen. Foto: dpa', 'Der Kai am Morgen.', 'dpa'],
    ['The quay at dawn © Nadia Brandt', 'The quay at dawn', 'Nadia Brandt'],
    ['Photo: Nadia Brandt', 'Photo: Nadia Brandt', 'Nadia Brandt'],
    ['The quay (Image: GETTY )', 'The quay', 'GETTY'],
    ['The quay at dawn. (Fenwick Photo Service)', 'The quay at dawn.', 'Fenwick Photo Service'],
    ['The quay at dawn. (Jonas Veldt for Lantern Row)', 'The quay at dawn.', 'Jonas Veldt for Lantern Row'],
  ])('%s', (line, text, credit) => expect(parseCaption(line)).toEqual({ text, credit }));

  it('loses the label for those who hear the page', () => {
    expect(parseCaption('Image caption The quay at dawn')).toEqual({ text: 'The quay at dawn' });
  });

  it('has no credit where none is printed', () => {
    const drawing = "An artist's illustration of a plume above the quay.";
    expect(parseCaption(drawing)).toEqual({ text: drawing });
    expect(parseCaption('The minister (left) opens the quay.')).toEqual({
      text: 'The minister (left) opens the quay.',
    });
    const place = 'A gate of the yard in Saro (Northern District)';
    expect(parseCaption(place)).toEqual({ text: place });
    const remark = 'The lorry was empty. (It had been searched before.)';
    expect(parseCaption(remark)).toEqual({ text: remark });
    expect(parseCaption('The port of Veles')).toEqual({ text: 'The port of Veles' });
  });
});

it('reads a credit that the markup names', () => {
  expect(readCredit('Photo by Nadia Brandt')).toBe('Nadia Brandt');
  expect(readCredit('(Lantern Row Pictures)')).toBe('Lantern Row Pictures');
  expect(readCredit('Lantern Row Pictures')).toBe('Lantern Row Pictures');
});

it('tells a credit line', () => {
  expect(isCreditLine('Photo: Nadia Brandt')).toBe(true);
  expect(isCreditLine('Getty Images')).toBe(true);
  expect(isCreditLine('REUTERS/Nadia Brandt')).toBe(true);
  expect(isCreditLine('The ministry said that the photo: was taken in May.')).toBe(false);
  expect(isCreditLine('Reuters reported on Monday that the port was closed.')).toBe(false);
});

it('tells a caption line of plain text', () => {
  expect(isCaptionLine('A patrol boat off Saro. (mkeita/Flickr)')).toBe(true);
  expect(isCaptionLine('A patrol boat off Saro. (Fenwick Photo Service)')).toBe(true);
  expect(isCaptionLine('The prosecutor did not answer. (Northern District)')).toBe(false);
  expect(isCaptionLine('The council (CENTCOM) said on Monday that it would not comment (yet).')).toBe(false);
  expect(isCaptionLine('Officials told Channel Nine and/or its partners.')).toBe(false);
});
