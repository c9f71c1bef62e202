import { expect, it } from 'vitest';
// @ts-expect-error a plain script without types
import { findForbidden } from './check-imports.mjs';

const find = (file: string, source: string) =>
  findForbidden(`/r/src/${file}`, source, '/r/src/').map((row: unknown[]) => row[2]);

it('lets a room import the ground floor and itself', () => {
  expect(
    find(
      'process/claim/a.ts',
      "import { x } from '../../model/span.ts';\nimport { y } from '../event/b.ts';",
    ),
  ).toEqual([]);
});

it('refuses a neighbour, the store behind its interface and the public list', () => {
  expect(find('process/a.ts', "import { x } from '../collect/pages.ts';")).toEqual([
    'process may not import collect/pages.ts',
  ]);
  expect(find('disseminate/api/a.ts', "import type { S } from '../../store/store.ts';")).toEqual([]);
  expect(find('disseminate/api/a.ts', "import { open } from '../../store/embedded/open.ts';")).toHaveLength(
    1,
  );
  expect(find('store/a.ts', "export * from '../index.ts';")).toEqual([
    'files inside never import the public list',
  ]);
  expect(find('analyse/a.ts', "const x = await import('../run/config.ts');")).toHaveLength(1);
});

it('lets the workbench take the model and types of the API, and nothing else', () => {
  const look = (source: string) => find('disseminate/web/a.tsx', source);
  expect(look("import type { Claim } from '../../model/claim.ts';")).toHaveLength(0);
  expect(look("import { STANCES } from '../../model/claim.ts';")).toHaveLength(0);
  expect(look("import type { StatusWire } from '../api/answers.ts';")).toHaveLength(0);
  expect(look("import { StatusSchema } from '../api/answers.ts';")).toHaveLength(1);
  expect(look("import type { Store } from '../../store/store.ts';")).toHaveLength(1);
});

it('keeps the model free of everything', () => {
  expect(find('model/a.ts', "import { z } from 'zod';")).toEqual(['model imports nothing']);
});
