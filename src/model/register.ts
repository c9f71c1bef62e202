import type { Actor } from './actor.ts';

/** An actor as a person enters it in the desk's register, not checked yet. */
export interface ActorEntry {
  readonly name: string;
  readonly type: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** PLOVER sector. */
  readonly sector?: string;
  readonly wikidata?: string;
  readonly aliases: readonly string[];
  /** The public office or role of a person, without which nobody is entered; of others whatever should be noted. */
  readonly role?: string;
  /** Who enters it: a name that the person gives. */
  readonly by: string;
}

/** One thing that is wrong in the desk's register. */
export interface RegisterFault {
  readonly line: number;
  readonly problem: string;
}

/** The desk's own part of the register of actors. */
export interface DeskRegister {
  /** The entries that count, in the order of the file, each with the id of the record that it leads to. Where the file has faults, those that it had before. */
  readonly rows: readonly Actor[];
  /** With one of these nothing of the file is used. */
  readonly faults: readonly RegisterFault[];
}

/** Characters of what is noted of an entry. */
export const LONGEST_ROLE = 200;

/** How people enter actors in the desk's register. */
export interface Registering {
  /**
   * Adds an actor, or names of one that is known; gives the record that all its names lead to then.
   *
   * @throws DecisionError where it does not fit, or the register cannot be used as it is.
   */
  addActor(entry: ActorEntry): Promise<Actor>;
  getRegister(): Promise<DeskRegister>;
}
