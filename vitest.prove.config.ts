import { defineConfig } from 'vitest/config';

/** Suites that run for long, by hand: `npm run prove`. Their dated results are kept in `docs/`. */
export default defineConfig({
  test: {
    include: ['src/**/*.prove.test.ts', 'test/**/*.prove.test.ts'],
    globalSetup: ['test/setup/once.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
    maxWorkers: 1,
  },
});
