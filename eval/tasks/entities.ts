import { readGold } from '../gold.ts';
