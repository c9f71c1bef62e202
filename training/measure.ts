import { parseArgs } from 'node:util';
import { loadEnglish } from '../src/process/lang/en/engine.ts';

const { values } = parseArgs({ options: { models: { type: 'string', default: 'models' } } });
const engine = loadEnglish(new URL(`${values.models}/`, `file://${process.cwd()}/`));
console.log(engine.parse('Rebels shelled the port.').length);
