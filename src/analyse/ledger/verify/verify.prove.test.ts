import { describe } from 'vitest';
import { testChanges } from './verify.suite.ts';

/* Six changes of every character of a ledger; `npm test` makes one of each. */

describe('a change is found', () => testChanges((others) => others));
