import { PageError } from '../model/errors.ts';
import { type CollectLimits, describeBytes } from './limits.ts';

/**
 * What one archive may still expand to. All its members, nested archives included, draw on the same budget, so
 * that neither one huge member nor many small ones nor archives within archives get past it.
 */
export class ExpansionBudget {
  readonly #source: string;
  #allowed: number;
  #membersAllowed: number;
  #spent = 0;
  #members = 0;
  #isExhausted = false;

  constructor(source: string, bytes: number, limits: CollectLimits) {
    this.#source = source;
    this.#allowed = Math.min(
      limits.archiveBytes,
      Math.max(limits.archiveFloorBytes, bytes * limits.archiveRatio),
    );
    this.#membersAllowed = limits.archiveMembers;
  }

  /** True once a limit was passed: nothing more of the archive is to be read. */
  get isExhausted(): boolean {
    return this.#isExhausted;
  }

  /**
   * Allows as much as of what is read record by record, never more than a hundred times what lies there: nothing of it is kept but the
   * record at hand.
   */
  allowStream(bytes: number, limits: CollectLimits): void {
    this.#allowed = Math.max(
      this.#allowed,
      Math.min(limits.streamBytes, Math.max(limits.archiveFloorBytes, bytes * limits.archiveRatio)),
    );
    this.#membersAllowed = Math.max(this.#membersAllowed, limits.streamRecords);
  }

  /** Counts bytes that came out of decompression. Throws `PageError` when the archive has had enough. */
  spend(bytes: number): void {
    this.#spent += bytes;
    if (this.#spent > this.#allowed) {
      this.#stop(
        `expands to more than ${describeBytes(this.#allowed)}, far more than pages do; reading stopped there`,
      );
    }
  }

  /** Counts one member. Throws `PageError` when there are too many. */
  spendMember(): void {
    this.#members += 1;
    if (this.#members > this.#membersAllowed) {
      this.#stop(`holds more than ${this.#membersAllowed} files; reading stopped there`);
    }
  }

  #stop(problem: string): never {
    this.#isExhausted = true;
    throw new PageError(this.#source, problem, 'If you trust it, unpack it yourself and give the folder.');
  }
}
