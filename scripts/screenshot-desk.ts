import type { Accounts, Role } from '../src/model/account.ts';
import type { Claim } from '../src/model/claim.ts';
import type { Desk } from '../src/model/desk.ts';
import type { Hash } from '../src/model/page.ts';

/* A desk of three people for the pictures: what they write to each other, give each other to do and decide. */

const PASSWORD = 'a lighthouse in fog';

interface Person {
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
}

const EDITOR: Person = { name: 'mara.example', displayName: 'Mara Example', role: 'editor' };
const ANALYST: Person = { name: 'ivo.example', displayName: 'Ivo Example', role: 'analyst' };
export const ADMIN: Person = { name: 'ruth.example', displayName: 'Ruth Example', role: 'admin' };

export async function addPeople(accounts: Accounts): Promise<void> {
  for (const person of [ADMIN, EDITOR, ANALYST]) await accounts.add({ ...person, password: PASSWORD });
}

/** Logs somebody in: the cookie that their browser then has, as the header of a request. */
export async function logIn(base: string, { name }: Person): Promise<string> {
  const response = await fetch(`${base}/api/v1/session`, {
    method: 'POST',
    headers: { origin: base, 'x-tocsin-write': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`${name} could not log in: ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

export interface Shown {
  readonly problem: string;
  readonly incident: string;
  readonly document: Hash;
  readonly claim: Claim;
}

/** What happens at the desk before its pictures are taken. */
export async function workTogether(
  base: string,
  { problem, incident, document, claim }: Shown,
): Promise<void> {
  const send = async (person: Person, path: string, body: unknown): Promise<void> => {
    const cookie = await logIn(base, person);
    const response = await fetch(`${base}/api/v1${path}`, {
      method: 'POST',
      headers: { cookie, origin: base, 'x-tocsin-write': '1', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok)
      throw new Error(`${person.name}: POST ${path} gave ${response.status}: ${await response.text()}`);
  };
  const words = claim.content.text;
  await send(ANALYST, '/comments', {
    of: `claim:${document}#${claim.id}`,
    text: `@${ADMIN.name} one unnamed source, through CNN. Is there anybody else who saw it?`,
  });
  await send(EDITOR, '/comments', {
    of: `problem:${problem}`,
    text: `@${ADMIN.name} the anniversary carries half of the rise. Please look at its weight before Monday.`,
  });
  await send(EDITOR, '/assignments', {
    of: `indicator:${problem}/preparation`,
    to: ADMIN.name,
    note: 'Ask the Baghdad bureau whether anybody has this at first hand.',
    due: '2020-12-14',
  });
  await send(ADMIN, '/assignments', {
    of: `incident:${incident}`,
    to: ANALYST.name,
    note: 'Compare the figures with the statement of the coalition.',
  });
  const decide = (person: Person, decision: Record<string, unknown>) =>
    send(person, '/judgements', { by: person.displayName, ...decision });
  await decide(ANALYST, {
    verdict: 'reject',
    of: { type: 'claim', document, claim: claim.id },
    words,
    note: 'The same anonymous briefing again, told as new.',
  });
  await decide(EDITOR, {
    verdict: 'grade',
    of: { type: 'incident', incident },
    value: '2',
    note: 'Two of the reports quote the same officer.',
  });
  await decide(EDITOR, {
    verdict: 'grade',
    of: { type: 'source', source: 'harbour wire' },
    value: 'B',
    note: 'Its own correspondents, corrected in the open.',
  });
}

/** An incident of the example that has happened lately and that several reports tell of. */
export async function findRecent(desk: Desk, asOf: string): Promise<string> {
  const { rows } = await desk.listIncidents({ asOf, limit: 50 });
  const told = rows.toSorted((a, b) => b.documents - a.documents)[0];
  if (told === undefined) throw new Error('The example tells of no incident by then.');
  return told.id;
}
