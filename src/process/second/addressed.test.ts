import { describe, expect, test } from 'vitest';
import { findAddressed } from './addressed.ts';
import { INJECTIONS } from './injections.fixtures.ts';

describe('words to a machine', () => {
  test.each(INJECTIONS.map(({ style, words }) => [style, words]))('are seen: %s', (_style, words) => {
    const text = `Rebels shelled the port on Monday.\n\n${words}\n\nThe ministry said that two ferries were hit.`;
    expect(findAddressed(text)).toBeDefined();
  });

  test.each([
    'The government told its diplomats to ignore the instructions of the coup leaders.',
    'The court ordered the ministry to disregard the earlier ruling.',
    'The minister said: "We will not forget."',
    'He said the system was down and the assistant minister had been told.',
    'The ministry did not respond to a request for comment. "We will answer with force," a general said.',
    'Officials said the new rules are in force. The report said that shelling went on.',
    'The company said its chatbot and other language models were attacked by hackers.',
    'To rebels who lay down arms, the president offered an amnesty.',
    'The police treated the blast as an accident. They list the group as a terrorist organisation.',
    'Reuters reported that the user of the phone was arrested; the agent was a spy.',
    'Model: the new tank is the T-90. Note to readers: this story was updated.',
    'She is to act as an agent of the court. You are now entering the demilitarized zone, a sign says.',
    'Prosecutors said he set fire to the model home and wrote that he would do it again.',
  ])('are not: %s', (text) => {
    expect(findAddressed(text)).toBeUndefined();
  });

  test('are looked for in linear time', () => {
    for (const unit of ['ignore ', 'a,', '<|', '- ', 'report ', 'you are ', '{"', 'é', 'x'])
      expect(() => findAddressed(unit.repeat(50_000))).not.toThrow();
  });
});
