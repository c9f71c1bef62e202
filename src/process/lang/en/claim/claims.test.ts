import { expect, it } from 'vitest';
import type { Claim } from '../../../../model/claim.ts';
import type { Document } from '../../../../model/document.ts';
import type { Reading } from '../../../../model/reading.ts';
import { createReader } from '../../../read.ts';

const reader = createReader({ engine: 'test' });

function readText(text: string): Reading {
  const document: Document = {
    kind: 'document',
    id: `sha256:${'0'.repeat(64)}`,
    bytes: `sha256:${'0'.repeat(64)}`,
    seen: '2026-03-03T10:00:00Z',
    version: 1,
    outlet: 'Coast Gazette',
    published: '2026-03-03',
    language: 'en',
    text,
    captions: [],
    removed: [],
  };
  return reader.readDocument(document);
}

/** The attributed claims of a text, each as "link > link: content". */
function attributed(text: string): string[] {
  return claimsOf(text).map(
    (claim) =>
      `${claim.chain
        .slice(1)
        .map((link) => link.name)
        .join(' > ')}: ${claim.content.text}`,
  );
}

const claimsOf = (text: string): readonly Claim[] =>
  readText(text).claims.filter((claim) => claim.quote !== 'none' && claim.topic !== true);
const only = (text: string): Claim => {
  const claims = claimsOf(text);
  expect(claims.map((claim) => claim.content.text)).toHaveLength(1);
  return claims[0]!;
};

it('takes the clause after the verb of saying', () => {
  expect(attributed('The ministry said that the bridge had been closed.')).toEqual([
    'ministry: that the bridge had been closed',
  ]);
});

it('takes a quotation before its speaker, marks included', () => {
  const claim = only('“The road is open again,” the mayor said.');
  expect(claim.content.text).toBe('“The road is open again,”');
  expect(claim.quote).toBe('direct');
});

it('calls a paraphrase with quoted words mixed', () => {
  expect(only('The mayor said the road was “open to all” from Monday.').quote).toBe('mixed');
});

it('builds the chain from outlet to medium to speaker', () => {
  const claim = only('CNN reported that U.S. officials fear an attack on the port.');
  expect(claim.chain.map((link) => link.name)).toEqual(['Coast Gazette', 'CNN', 'U.S. officials']);
  expect(claim.chain.map((link) => link.type)).toEqual(['outlet', 'outlet', 'person']);
  expect(claim.chain[2]).toMatchObject({ anonymous: true, number: 'several', cue: { act: 'fear' } });
  expect(claim.stance).toBe('fears');
});

it('puts the medium that somebody spoke to before the speaker', () => {
  const claim = only('One official told Reuters that the convoy had turned back.');
  expect(claim.chain.map((link) => link.name)).toEqual(['Coast Gazette', 'Reuters', 'One official']);
  expect(claim.chain[2]).toMatchObject({ anonymous: true, number: 'one' });
  expect(claim.content.text).toBe('that the convoy had turned back');
});

it('lets later mentions of the same officials speak through the same medium', () => {
  const claims = claimsOf(
    'CNN reported that U.S. officials expect a long strike. Those U.S. officials believe the port will close.',
  );
  expect(claims.at(-1)!.chain.map((link) => link.name)).toEqual(['Coast Gazette', 'CNN', 'U.S. officials']);
  expect(claims.at(-1)!.certainty).toBe('probable');
});

it('reads "according to" before and after its content', () => {
  expect(attributed('According to the report, the dam is safe.')).toEqual(['report: the dam is safe']);
  expect(attributed('The dam is safe, according to the ministry.')).toEqual(['ministry: The dam is safe']);
});

it('hangs whoever is cited inside the speaker', () => {
  const claim = only('The ferry had been overloaded, Reuters reported, citing port officials.');
  expect(claim.chain.map((link) => link.name)).toEqual(['Coast Gazette', 'Reuters', 'port officials']);
  expect(claim.content.text).toBe('The ferry had been overloaded');
});

it('gives the second act of a speaker to the same speaker', () => {
  const claims = claimsOf('The general said the border was calm but warned that rebels could return.');
  expect(claims.map((claim) => [claim.chain.at(-1)!.name, claim.stance])).toEqual([
    ['general', 'asserts'],
    ['general', 'warns'],
  ]);
  expect(claims[0]!.content.text).toBe('the border was calm');
  expect(claims[1]!.certainty).toBe('possible');
});

it.each([
  ['The group denied the attack.', 'denies', 'affirmed'],
  ['The group vowed to avenge the death of its leader.', 'threatens', 'affirmed'],
  ['The minister pledged to rebuild the school.', 'promises', 'affirmed'],
  ['The council called for calm.', 'demands', 'affirmed'],
  ['The president blamed the rebels for the blast.', 'blames', 'affirmed'],
  ['The agency estimates that 4,000 people have fled.', 'estimates', 'affirmed'],
  ['The governor said the fire had not spread.', 'asserts', 'negated'],
  ['A spokesman said the group was not responsible for the blast.', 'denies', 'negated'],
])('%s: %s, %s', (text, stance, polarity) => {
  expect(claimsOf(text)[0]).toMatchObject({ stance, polarity });
});

it('makes "no group has claimed responsibility" a negated claim of responsibility with no source', () => {
  for (const text of [
    'No group has claimed responsibility for the blast.',
    'Nobody has claimed responsibility for the blast.',
  ]) {
    const claim = only(text);
    expect(claim).toMatchObject({ stance: 'claimsResponsibility', polarity: 'negated' });
    expect(claim.chain).toHaveLength(1);
  }
});

it('takes no position from who did not answer', () => {
  for (const text of [
    'The ministry declined to comment.',
    'The company did not respond to a request for comment.',
  ]) {
    const claim = only(text);
    expect(claim.stance).toBeUndefined();
    expect(claim).toMatchObject({ certainty: 'unknown', evidence: 'withheld' });
  }
});

it('notes that no evidence was given', () => {
  const claim = only('The official did not provide evidence but said the militia had moved its rockets.');
  expect(claim.evidence).toBe('noneGiven');
});

it('resolves a last name to the full name and role', () => {
  const claims = claimsOf(
    'Kenneth McKenzie, the commander of U.S. Central Command, visited the base. McKenzie said that the troops were ready.',
  );
  const speaker = claims.at(-1)!.chain.at(-1)!;
  expect(speaker).toMatchObject({ name: 'Kenneth McKenzie', type: 'person' });
  expect(speaker.role).toContain('commander');
});

it('leaves the dateline out of what is said', () => {
  expect(attributed('BAGHDAD (Reuters) - The army said the road was open.')).toEqual([
    'army: the road was open',
  ]);
});

it('finds no claim in acts, attitudes without content, and bare mentions', () => {
  for (const text of [
    'The club hired a new coach.',
    'The minister rebuked him.',
    'The market opened at nine.',
  ]) {
    expect(claimsOf(text)).toEqual([]);
  }
});

it('keeps the position of who denies what somebody else was told', () => {
  const claim = only('The operator denied that the crew had been warned.');
  expect(claim.stance).toBe('denies');
  expect(claim.content.text).toBe('that the crew had been warned');
});

it('reads a verb that is said once for two speakers, and ends with a mere "another"', () => {
  expect(attributed('The army spoke of eight shells, and the ministry of three.')).toEqual([
    'army: eight shells',
    'ministry: three',
  ]);
  expect(attributed('One officer spoke of two shells, another of four.')).toEqual([
    'One officer: two shells',
  ]);
  expect(attributed('The army spoke of eight shells, two of them duds.')).toEqual([
    'army: eight shells, two of them duds',
  ]);
});

it('takes a count for something said, and what is merely given for none', () => {
  expect(attributed('The navy counted nine shells.')).toEqual(['navy: nine shells']);
  expect(attributed('An Iraqi count gives a total of 34.')).toEqual(['Iraqi count: a total of 34']);
  expect(attributed('The ministry gave 12 trucks.')).toEqual([]);
});

it('keeps every span exact', () => {
  const text = 'CNN reported U.S. officials fear an attack. “We saw 😀 it,” the mayor said, “and we left.”';
  for (const claim of readText(text).claims) {
    expect(text.slice(claim.content.start, claim.content.end)).toBe(claim.content.text);
    for (const { cue } of claim.chain)
      if (cue !== undefined) expect(text.slice(cue.start, cue.end)).toBe(cue.text);
  }
});

const speakers = (text: string) =>
  claimsOf(text).map((claim) => {
    const { name, type } = claim.chain.at(-1)!;
    return `${name} (${type})`;
  });

it('takes the holder of a post for who speaks, not the words of the post', () => {
  expect(speakers('The US Secretary of State, Antony Blinken, said the talks would go on.')).toEqual([
    'Antony Blinken (person)',
  ]);
  expect(speakers('The Minister of Defence, Anna Example, denied the charge.')).toEqual([
    'Anna Example (person)',
  ]);
  expect(speakers('The bridge is closed, the spokesman of the port, John Example, said.')).toEqual([
    'John Example (person)',
  ]);
  expect(speakers('The Secretary of State said the talks would go on.')).toEqual([
    'Secretary of State (person)',
  ]);
  expect(speakers('The State Department said the talks would go on.')).toEqual([
    'U.S. Department of State (office)',
  ]);
});

it('gives words in print to their author, where he is known', () => {
  expect(speakers('Two guards were hurt, according to the statement of the ministry.')).toEqual([
    'ministry (office)',
  ]);
  expect(
    speakers(
      'Antony Blinken said the talks would go on. There was no deal yet, according to his statement.',
    ).at(-1),
  ).toBe('Antony Blinken (person)');
  expect(speakers('There was no deal, according to his statement.')).toEqual(['his statement (document)']);
  expect(speakers('There was no deal, according to the report of the ministry.')).toEqual([
    'report of the ministry (document)',
  ]);
});

it('makes what stands before a colon no speaker of what follows', () => {
  expect(speakers('Correction: An earlier version said that one guard had died.')).toEqual([
    'earlier version (document)',
  ]);
});

it('knows a group by the name that it gives itself, and the group after it', () => {
  expect(
    speakers(
      'A group that calls itself Sons of the River claimed the blast. The group said more would come.',
    ),
  ).toEqual(['Sons of the River (office)', 'Sons of the River (office)']);
  expect(speakers('A group from the north said more would come.')).toEqual(['group from the north (office)']);
});

it('takes "the military" for the one that spoke before, and for nobody else', () => {
  expect(
    speakers('The Iraqi military said the road was closed. The military said it would open soon.').at(-1),
  ).toBe('Iraqi military (office)');
  expect(
    speakers('The Iraqi military said the road was closed. The ministry said it would open soon.').at(-1),
  ).toBe('ministry (office)');
});

it('finds who reports behind a verb that looks like a noun, and whom "it" blames for', () => {
  expect(speakers('Television stations report that three shells fell.')).toEqual([
    'Television stations (outlet)',
  ]);
  expect(speakers('The Iraqi military said a base was hit. It blamed an outlaw group.').at(-1)).toBe(
    'Iraqi military (office)',
  );
  expect(speakers("Khazali of Asa'ib Ahl al-Haq said that his side was not to blame.")).toEqual([
    'Khazali (person)',
  ]);
  expect(speakers('The Bank of Japan said that rates would stay.')).toEqual(['Bank of Japan (office)']);
});

it('does not hand the medium of one statement on to the next of the same body', () => {
  const claims = claimsOf(
    'The Iraqi military told Reuters that a base was hit. The military said two guards died.',
  );
  expect(claims.at(-1)!.chain.map(({ name }) => name)).toEqual(['Coast Gazette', 'Iraqi military']);
});

it('leaves a time before a name out of it', () => {
  expect(
    speakers(
      'Earlier this month unnamed officials told Reuters that the road was safe. On Monday night two officers said it was not. In October Iran-backed groups announced a halt. On Oct. 11 port officials said it was over.',
    ),
  ).toEqual([
    'unnamed officials (person)',
    'two officers (person)',
    'Iran-backed groups (office)',
    'port officials (person)',
  ]);
  expect(speakers("Monday's report said that the road was safe.")).toEqual(["Monday's report (document)"]);
  expect(speakers('On his account he said that the road was safe.')).toEqual(['he (unknown)']);
});

it('takes "claimed it" and "denied it" for positions, and a bare "endorsed it" for a topic', () => {
  const stances = (text: string) => claimsOf(text).map(({ stance, content }) => `${stance}: ${content.text}`);
  expect(
    stances('Rockets hit the port. A group calling itself Sons of the River claimed it. The army denied it.'),
  ).toEqual(['claimsResponsibility: it', 'denies: it']);
  expect(stances('The mayor endorsed it.')).toEqual([]);
});
