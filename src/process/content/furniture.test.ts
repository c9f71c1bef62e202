import { describe, expect, it } from 'vitest';
import { findFurniture, isClosingHeading } from './furniture.ts';

describe('findFurniture', () => {
  it.each([
    ['Navigation', 'navigation'],
    ['  •  ', 'mark'],
    ['Join our brand new Telegram channel and read the coast first!', 'promotion'],
    ['Sign up for our newsletter', 'promotion'],
    ['Follow us on Facebook', 'promotion'],
    ['Share this article', 'share buttons'],
    ['Read more: Port closed after blast', 'related links'],
    ['RELATED: Who paid for the depot', 'related links'],
    ['Lesen Sie auch: Fähre fällt aus', 'related links'],
    ['Lea también: Cierran el puerto', 'related links'],
    ['© 2031 The Harbour Post', 'footer'],
    ['This material may not be published, broadcast or rewritten.', 'footer'],
    ['Advertisement', 'advertisement'],
    ['12 comments', 'comments'],
    ['Facebook Twitter LinkedIn Email', 'share buttons'],
    ['46 shares', 'share buttons'],
    ['(Story continues below the advertisement)', 'advertisement'],
    ['Tags: port, storm', 'article data'],
    ['اقرأ أيضا: إغلاق الميناء', 'related links'],
  ])('%s → %s', (line, why) => expect(findFurniture(line)).toBe(why));

  it.each([
    'The ministry said that it would read more reports before it decides.',
    'Report: Coast guard moved boats before raid',
    'Join us or leave, the commander told the villagers.',
    'Following the raid, the coast guard closed the strait.',
    'Share prices fell by a tenth on Monday.',
    'Like his father, the governor served in the navy.',
    'Iran supports the talks, its foreign minister said.',
    'Support for the strike has grown, a poll shows.',
    'Get out of the harbour, the loudspeakers said.',
    'Start of the trial is set for May.',
    'Follow-up talks are planned for June.',
    'Navigation in the strait was suspended on Monday.',
    'Subscribers of the state operator lost their service for an hour.',
    'Twitter and Facebook were blocked',
    'Related companies were searched, too.',
    'Home to 40,000 people, Dolna lies on the border.',
  ])('not: %s', (line) => expect(findFurniture(line)).toBeUndefined());
});

it('tells a heading that ends the article', () => {
  expect(isClosingHeading('Related stories')).toBe(true);
  expect(isClosingHeading('Comments')).toBe(true);
  expect(isClosingHeading('What happens next')).toBe(false);
});
