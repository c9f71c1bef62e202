/** One step from one form of the tables to the next. Steps only go forward and are never changed once released. */
export interface Migration {
  /** Steps are numbered without gaps; the last one's number is the version of the whole form. */
  readonly number: number;
  readonly name: string;
  /** Statements of the embedded form. They run in one transaction: all of them count or none. */
  readonly sqlite: string;
}
