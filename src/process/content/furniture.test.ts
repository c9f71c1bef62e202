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
    ['Listen 5 min', 'page control'],
    ['0:00 / 3:41', 'page control'],
    ['Your browser does not support this player.', 'page control'],
    ['By signing up, you agree to our rules.', 'newsletter sign-up'],
    ['Get the Harbour Roundup', 'newsletter sign-up'],
    ['The week of the coast, sent straight to your inbox every Friday.', 'newsletter sign-up'],
    ['« Previous 1 2 3 Next »', 'page control'],
    ['Page 2 of 3', 'page control'],
    ['Copyright @ 2031 Harbour Post', 'footer'],
    ['Enter your email address', 'newsletter sign-up'],
    ['We have no owner. If you can, please consider a donation.', 'promotion'],
    ['Like this story? Share it with a friend!', 'promotion'],
    ['Contact | Imprint | Privacy', 'navigation'],
    ['More from The Harbour Post', 'related links'],
    ['More In World', 'related links'],
    ['We use cookies to count visits.', 'cookie notice'],
    ['Accept all', 'cookie notice'],
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
    'Your browser history can be sold, a judge ruled on Monday.',
    'Get the briefing ready, the general told his staff.',
    'By signing up, the recruits gave away two years.',
    'More in Saro than in Veles voted for the bridge',
    'Saro 2 | Veles 1 | Orla 0',
    'This site was a harbour once.',
    'Listen to the islands, the minister asked.',
    'Cookies were handed out at the gate.',
    'Mail to your inbox can be read by the state, the lawyer said.',
    'Page 2 of the report names three ships.',
    'Home to 40,000 people, Dolna lies on the border.',
  ])('not: %s', (line) => expect(findFurniture(line)).toBeUndefined());
});

it('tells a heading that ends the article', () => {
  expect(isClosingHeading('Related stories')).toBe(true);
  expect(isClosingHeading('Comments')).toBe(true);
  expect(isClosingHeading('What happens next')).toBe(false);
});
