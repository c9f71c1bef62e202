#!/usr/bin/env node
/** Assembles `src/process/lang/en/kernel.wat` and writes the bytes beside it: `node scripts/make-kernel.mjs`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import startWabt from 'wabt';

const FOLDER = new URL('../src/process/lang/en/', import.meta.url);

/** The bytes of the kernel as its text says them. */
export async function assembleKernel() {
  const wabt = await startWabt();
  const module = wabt.parseWat('kernel.wat', readFileSync(new URL('kernel.wat', FOLDER), 'utf8'), {
    simd: true,
  });
  try {
    module.validate({ simd: true });
    return Buffer.from(module.toBinary({}).buffer);
  } finally {
    module.destroy();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = (await assembleKernel())
    .toString('base64')
    .match(/.{1,96}/g)
    .map((line) => `  '${line}',`);
  const text = `/** The bytes of \`kernel.wat\`, made by \`node scripts/make-kernel.mjs\`. */
export const KERNEL = [
${lines.join('\n')}
].join('');
`;
  writeFileSync(new URL('kernel-bytes.ts', FOLDER), text);
}
