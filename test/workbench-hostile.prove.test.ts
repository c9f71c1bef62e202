import { describeHostile } from './workbench-hostile.suite.ts';

describeHostile(true);
