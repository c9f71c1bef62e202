import type { Together } from '../../src/model/together.ts';

const refuse = () => Promise.reject(new Error('nothing is written here'));

/** A desk at which nobody has said anything yet. */
export const quietTogether: Together = {
  listPeople: async () => [{ name: 'the desk', displayName: 'The desk', handle: 'desk' }],
  listComments: async () => ({ rows: [], total: 0 }),
  addComment: refuse,
  changeComment: refuse,
  removeComment: refuse,
  listAssignments: async () => [],
  addAssignment: refuse,
  changeAssignment: refuse,
  getInbox: async (of) => ({ kind: 'inbox', of, rows: [], unread: 0 }),
  markRead: refuse,
  listReviews: async () => ({ rows: [], counts: { waiting: 0, approved: 0, 'sent back': 0 } }),
  review: refuse,
};
