/** What a server that has just been started does before it can show the picture, in this order. */
export const START_PHASES = ['reports', 'signs', 'incidents', 'stories', 'problems'] as const;
export type StartPhase = (typeof START_PHASES)[number];

/** How far it has come: of the reports that are read or looked through for signs, of the incidents, the stories, or the problems. */
export interface StartProgress {
  readonly phase: StartPhase;
  readonly done: number;
  readonly total: number;
}
