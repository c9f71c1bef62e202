import { z } from '@hono/zod-openapi';
import { ROLES } from '../../../model/account.ts';
import { ASSIGNMENT_NOTE_LENGTH, ASSIGNMENT_STATES, COMMENT_LENGTH } from '../../../model/comment.ts';
import { DECISION_LIMITS } from '../../../model/decision.ts';
import { REVIEW_VERDICTS } from '../../../model/review.ts';
import { parseThing, THING_LENGTH, THING_TYPES, type ThingKey } from '../../../model/thing.ts';
import { INBOX_CAUSES } from '../../../model/together.ts';
import { AsOfSchema } from '../parameters.ts';

/* What people of a desk say to each other and give each other to do. */

const instant = z.string().openapi({ description: 'ISO 8601 instant in UTC.' });
const version = z.int().positive();
const thing = z.string().openapi({
  description: `What it is about: one of ${THING_TYPES.join(', ')}, a colon, and its id.`,
  example: 'incident:i4be1a09c',
});
/** What is sent must be a key; whether there is such a thing is looked up. */
const sentThing = z
  .custom<ThingKey>(
    (value) => typeof value === 'string' && parseThing(value) !== undefined,
    'must be the key of a thing, such as incident:i4be1a09c',
  )
  .openapi({
    type: 'string',
    maxLength: THING_LENGTH,
    description:
      'A kind, a colon, and an id: `incident:i4be1a09c`, `indicator:us-sites-iraq/preparation`, `claim:sha256:…#c3`.',
    example: 'incident:i4be1a09c',
  });

const hand = {
  by: z.string().openapi({ description: 'The account, or the name that somebody without one gave.' }),
  author: z.string().openapi({ description: 'The account, or `the desk`.' }),
};
const by = z.string().min(1).max(DECISION_LIMITS.by).optional().openapi({
  description: 'Who does it; passed over where somebody is logged in, else required.',
});
const base = version.openapi({
  description: 'The version that was changed. Where it has another one by now, nothing is written.',
});

export const PersonListSchema = z
  .object({
    rows: z
      .array(
        z
          .object({
            name: z.string().openapi({ description: 'Name of the account, or `the desk`.' }),
            displayName: z.string(),
            handle: z.string().openapi({ description: 'What stands after `@`.' }),
            role: z.enum(ROLES).optional(),
          })
          .openapi('Person'),
      )
      .readonly(),
  })
  .openapi('PersonList', { description: 'Who can be called and given something to do.' });

export const CommentSchema = z
  .object({
    kind: z.literal('comment'),
    id: z.string().openapi({ example: 'n1' }),
    version,
    of: thing,
    ...hand,
    text: z.string().openapi({ description: 'Plain text; empty where it was removed.' }),
    mentions: z.array(z.string()).readonly().openapi({ description: 'Names of whom it calls.' }),
    answers: z.string().optional().openapi({ description: 'Id of the comment that it answers.' }),
    removedBy: z.string().optional(),
    made: instant,
    changed: instant,
  })
  .openapi('Comment', { description: 'What somebody wrote to something. No version of it is lost.' });

export const CommentListSchema = z
  .object({
    rows: z.array(CommentSchema).readonly(),
    total: z.int().nonnegative(),
  })
  .openapi('CommentList', { description: 'The latest of them, in the order in which they were written.' });

const text = z
  .string()
  .min(1)
  .max(COMMENT_LENGTH)
  .openapi({ description: 'Plain text; `@name` calls an account.' });

export const CommentDraftSchema = z
  .strictObject({
    of: sentThing,
    text,
    answers: z.string().max(12).optional().openapi({ description: 'Id of a comment on the same thing.' }),
    by,
  })
  .openapi('CommentDraft');
export const CommentChangeSchema = z.strictObject({ text, base, by }).openapi('CommentChange');
export const CommentRemovalSchema = z.strictObject({ base, by }).openapi('CommentRemoval');

export const CommentIdSchema = z.object({
  id: z
    .string()
    .regex(/^n[1-9]\d{0,8}$/, 'must be the id of a comment')
    .openapi({ param: { name: 'id', in: 'path' }, example: 'n1' }),
});
export const AssignmentIdSchema = z.object({
  id: z
    .string()
    .regex(/^a[1-9]\d{0,8}$/, 'must be the id of an assignment')
    .openapi({ param: { name: 'id', in: 'path' }, example: 'a1' }),
});

export const CommentRequestSchema = AsOfSchema.extend({
  of: z.string().min(1).max(THING_LENGTH).openapi({
    description: 'Key of a thing; with `*` at its end, of all whose key begins so.',
    example: 'indicator:us-sites-iraq/*',
  }),
});

const state = z.enum(ASSIGNMENT_STATES);
const due = z.iso.date({ error: 'must be a day such as 2020-12-11' });

const assignmentFields = {
  kind: z.literal('assignment'),
  id: z.string().openapi({ example: 'a1' }),
  version,
  of: thing,
  ...hand,
  to: z.string().openapi({ description: 'Who is to see to it: an account, or `the desk`.' }),
  due: z.string().optional().openapi({ description: 'The day by which.' }),
  state,
  note: z.string().optional(),
  last: z.object(hand).optional().openapi({ description: 'Who changed it last, once somebody has.' }),
  made: instant,
  changed: instant,
};

export const AssignmentSchema = z
  .object(assignmentFields)
  .openapi('Assignment', { description: 'That somebody is to see to something.' });

const about = z.string().optional().openapi({ description: 'The words of what it is about.' });

export const AssignmentListSchema = z
  .object({ rows: z.array(z.object({ ...assignmentFields, about }).openapi('AssignmentRow')).readonly() })
  .openapi('AssignmentList', { description: 'Open ones first, by the day on which they are due.' });

const name = z.string().min(1).max(80);
const sent = {
  to: name.openapi({ description: 'Name of a person: see `/people`.' }),
  due: due.optional(),
  note: z.string().max(ASSIGNMENT_NOTE_LENGTH).optional(),
  by,
};
export const AssignmentDraftSchema = z.strictObject({ of: sentThing, ...sent }).openapi('AssignmentDraft');
export const AssignmentEditSchema = z
  .strictObject({ ...sent, state, base })
  .openapi('AssignmentEdit', { description: 'As it is to be from now on: what is left out is taken away.' });

export const AssignmentRequestSchema = AsOfSchema.extend({
  of: CommentRequestSchema.shape.of.optional(),
  to: name.optional().openapi({ description: 'Given to this account.' }),
  from: name.optional().openapi({ description: 'Given by this account.' }),
  state: state.optional(),
});

export const InboxSchema = z
  .object({
    kind: z.literal('inbox'),
    of: z.string().openapi({ description: 'Whose it is.' }),
    rows: z
      .array(
        z
          .object({
            entry: z.string().openapi({ description: 'The same as long as nothing new is said in it.' }),
            cause: z.enum(INBOX_CAUSES).openapi({
              description:
                'A comment calls them, answers theirs, they are to see to something, what they gave away is done, or what they did was looked at.',
            }),
            at: instant,
            by: z.string(),
            of: thing,
            about,
            text: z.string(),
            due: z.string().optional(),
            state: state.optional(),
            verdict: z.enum(REVIEW_VERDICTS).optional(),
            isRead: z.boolean(),
          })
          .openapi('InboxRow'),
      )
      .readonly(),
    unread: z.int().nonnegative(),
  })
  .openapi('Inbox', { description: 'What is for whoever asks, newest first.' });

export const ReadMarkSchema = z
  .strictObject({
    entries: z
      .array(z.string().regex(/^[a-z]+ [nar]\d{1,9}(\.\d{1,9})?$/, 'must be an entry'))
      .min(1)
      .max(500),
    isRead: z.boolean(),
  })
  .openapi('ReadMark', { description: 'What one has read, or wants to be told of again.' });
