import { describeHostile } from './workbench-hostile.suite.ts';

/* One page of each kind; every page stands in workbench-hostile.prove.test.ts. */
describeHostile(false);
