/** What a stage may know beside its input. Nothing in it reads the clock, the network or the disk. */
export interface StageContext {
  /** ISO 8601 instant to take as now. */
  readonly now: string;
}

/**
 * One step of reading: a function of the draft so far, declaring what it needs there and what it adds.
 * `name@version` is written on every value it makes.
 */
export interface Stage<Draft, Needs extends keyof Draft, Gives extends keyof Draft> {
  readonly name: string;
  readonly version: number;
  readonly needs: readonly Needs[];
  readonly gives: readonly Gives[];
  run(draft: Draft & Required<Pick<Draft, Needs>>, context: StageContext): Required<Pick<Draft, Gives>>;
}

/** The mark that a stage leaves on what it makes: `claim@1`. */
export function makeStageMark(stage: { readonly name: string; readonly version: number }): string {
  return `${stage.name}@${stage.version}`;
}
