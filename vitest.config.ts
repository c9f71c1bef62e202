import { defineConfig } from 'vitest/config';

const report = process.env.TOCSIN_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts', 'training/**/*.test.ts'],
    exclude: ['**/*.prove.test.ts', '**/node_modules/**'],
    globalSetup: ['test/setup/once.ts'],
    // Files of one worker share its modules: the language models are read once, not in each file.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    ...(report === undefined ? {} : { reporters: ['default', 'json'], outputFile: { json: report } }),
  },
});
