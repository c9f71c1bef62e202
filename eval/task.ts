/** One set of a task: where its gold file lies and how to read its figures off the scorer's output. */
export interface EvalSet {
  readonly name: string;
  /** Path below the data folder. */
  readonly gold: string;
  /** True where the set is the project's own: its path is below `eval/sets`. */
  readonly own?: true;
  /** Name of each figure and a pattern with one group that finds it in what the scorer prints. */
  readonly metrics: Readonly<Record<string, RegExp>>;
  /** Further input files that the task reads, below the data folder. */
  readonly events?: readonly string[];
  /** Arguments of the scorer; default `[gold, predictions]`. */
  readonly args?: (gold: string, predictions: string) => readonly string[];
}

/** What `npm run eval` runs: the engine on a gold file's inputs, then the set's own scorer. */
export interface EvalTask {
  readonly name: string;
  /** File name in the folder of scorers; absent where the task scores by itself. */
  readonly scorer?: string;
  /** Scores predictions in place of a scorer: what it prints, given the set's arguments. */
  score?(gold: string, predictions: string, args: readonly string[]): string;
  readonly sets: readonly EvalSet[];
  /** Predictions as lines of JSON; reads only the input side of the gold file. */
  predict(goldFile: string, given?: { readonly events?: readonly string[] }): AsyncIterable<string>;
}
