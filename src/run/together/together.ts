import type { Assignment, Comment, Hand } from '../../model/comment.ts';
import type { ReviewItem, ReviewRow, ReviewState, ReviewVerdict } from '../../model/review.ts';
import type { ThingKey } from '../../model/thing.ts';
import type {
  About,
  AssignmentDraft,
  AssignmentEdit,
  AssignmentRequest,
  CommentList,
  CommentRequest,
  Inbox,
  Person,
  ReviewList,
  Together,
} from '../../model/together.ts';
import type { Store } from '../../store/store.ts';
import type { StoredDrafts } from '../brief-drafts.ts';
import type { LedgerReader } from '../ledger-reader.ts';
import type { ProblemFiles } from '../problems.ts';
import type { ViewKeeper } from '../view-keeper.ts';
import type { View } from '../views.ts';
import type { WarningDesk } from '../warning-desk.ts';
import { addAssignment, changeAssignment, listAssignments } from './assignments.ts';
import { addComment, changeComment, listComments, removeComment } from './comments.ts';
import { listInbox } from './inbox.ts';
import { listPeople } from './people.ts';
import { listItems } from './review-queue.ts';
import { checkReview, joinReviews, makeReviewList } from './reviews.ts';
import { addTitles, checkThing, type ThingSources } from './things.ts';
import { TouchedBy } from './touched.ts';

interface TogetherSources {
  readonly store: Store;
  readonly now: () => string;
  readonly problems: ProblemFiles;
  readonly views: ViewKeeper;
  readonly warnings: WarningDesk;
  readonly drafts: StoredDrafts;
  readonly ledger: LedgerReader;
}

/** What people of a desk say to each other, give each other to do and look at twice, over what the store keeps of it. */
export class KeptTogether implements Together {
  readonly #from: TogetherSources;
  readonly #touched: TouchedBy;

  constructor(from: TogetherSources) {
    this.#from = from;
    this.#touched = new TouchedBy(from);
  }

  listPeople(): Promise<readonly Person[]> {
    return listPeople(this.#from.store);
  }

  listComments(request: CommentRequest): Promise<CommentList> {
    return listComments(this.#from.store, request);
  }

  async addComment(
    draft: { readonly of: ThingKey; readonly text: string; readonly answers?: string },
    hand: Hand,
  ): Promise<Comment> {
    await checkThing(draft.of, await this.#look());
    return addComment(draft, hand, this.#from);
  }

  changeComment(
    id: string,
    change: { readonly text: string; readonly base: number },
    hand: Hand,
  ): Promise<Comment> {
    return changeComment(id, change, { ...this.#from, hand });
  }

  removeComment(id: string, change: { readonly base: number }, hand: Hand): Promise<Comment> {
    return removeComment(id, change, { ...this.#from, hand });
  }

  async listAssignments(request: AssignmentRequest): Promise<readonly About<Assignment>[]> {
    const rows = await listAssignments(this.#from.store, request);
    return rows.length === 0 ? [] : addTitles(rows, await this.#look(request.asOf));
  }

  async addAssignment(draft: AssignmentDraft, hand: Hand): Promise<Assignment> {
    await checkThing(draft.of, await this.#look());
    return addAssignment(draft, { ...this.#from, hand });
  }

  changeAssignment(id: string, edit: AssignmentEdit, hand: Hand): Promise<Assignment> {
    return changeAssignment(id, edit, { ...this.#from, hand });
  }

  async getInbox(owner: string, asOf?: string): Promise<Inbox> {
    const { store } = this.#from;
    const request = asOf === undefined ? {} : { asOf };
    const [comments, assignments, reviews, accounts, read] = await Promise.all([
      store.listComments(request),
      store.listAssignments(request),
      store.listReviews(request),
      store.listAccounts(),
      store.listRead(owner),
    ]);
    const found = listInbox(owner, {
      ...{ comments, assignments, reviews, read: new Set(read) },
      accounts: new Set(accounts.map(({ name }) => name)),
    });
    const rows = found.length === 0 ? [] : await addTitles(found, await this.#look(asOf));
    return { kind: 'inbox', of: owner, rows, unread: rows.filter(({ isRead }) => !isRead).length };
  }

  markRead(owner: string, entries: readonly string[], isRead: boolean): Promise<void> {
    const { store, now } = this.#from;
    return store.markRead(owner, entries, isRead ? now() : undefined);
  }

  async listReviews({
    asOf,
    state,
  }: {
    readonly asOf?: string;
    readonly state?: ReviewState;
  }): Promise<ReviewList> {
    const view = await this.#from.views.get(asOf);
    return makeReviewList(await this.#joinReviews(view, await this.#listItems(view)), state);
  }

  async review(
    given: { readonly item: string; readonly verdict: ReviewVerdict; readonly note: string },
    hand: Hand,
  ): Promise<ReviewRow> {
    const { store, now, views } = this.#from;
    const view = await views.get(undefined);
    const items = await this.#listItems(view);
    await store.addReview(checkReview(given, { items, hand, now: now() }));
    const rows = joinReviews(items, await store.listReviews());
    return rows.find(({ key }) => key === given.item)!;
  }

  #listItems(view: View): Promise<readonly ReviewItem[]> {
    return listItems(view, { ...this.#from, touched: this.#touched });
  }

  async #joinReviews(view: View, items: readonly ReviewItem[]): Promise<readonly ReviewRow[]> {
    return joinReviews(items, await this.#from.store.listReviews({ asOf: view.asOf }));
  }

  async #look(asOf?: string): Promise<ThingSources> {
    const { store, views, problems } = this.#from;
    return { store, view: await views.get(asOf), problems: (await problems.read()).problems };
  }
}
