import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseLines, runHere } from './cli.ts';

/** A data folder with one page of an invented attack, which commands can be tried on. */
export interface PortDesk {
  /** Options that name the folder. */
  readonly data: readonly string[];
  /** First letters of the page's id. */
  readonly id: string;
  readonly remove: () => void;
}

export async function makePortDesk(): Promise<PortDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-port-'));
  const data = ['--data', join(folder, 'data')];
  const file = join(folder, 'port.html');
  writeFileSync(
    file,
    '<!doctype html><html lang="en"><title>Rockets hit Veles port</title><h1>Rockets hit Veles port</h1><p>Four rockets hit the port of Veles on 20 May 2025, the Karvonian army said, and two soldiers were wounded in the attack.</p><p>Police closed the road to the harbour while soldiers looked for the launcher in the hills.</p></html>',
  );
  await runHere(['add', file, '--outlet', 'Harbour Wire', '--published', '2025-05-20', ...data]);
  const [row] = parseLines((await runHere(['search', 'rockets', ...data])).out) as { id: string }[];
  const id = row!.id.slice('sha256:'.length, 'sha256:'.length + 12);
  return { data, id, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
