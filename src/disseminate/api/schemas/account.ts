import { z } from '@hono/zod-openapi';
import { DISPLAY_NAME_LENGTH, PASSWORD_LENGTH, ROLES } from '../../../model/account.ts';
import { AUDIT_OUTCOMES } from '../../../model/audit.ts';
import { HashSchema } from './spans.ts';

/* Who may log in, who is logged in, and who did what. */

const role = z.enum(ROLES).openapi({
  description: `What it may do; each may do what the one before may: ${ROLES.join(', ')}.`,
});
const instant = z.string().openapi({ description: 'ISO 8601 instant in UTC.' });
const name = z
  .string()
  .min(1)
  .max(80)
  .openapi({ description: 'Unique name: 2 to 32 lower-case letters and digits.', example: 'ann' });
const password = z
  .string()
  .min(1)
  .max(2 * PASSWORD_LENGTH.most);
const displayName = z.string().min(1).max(DISPLAY_NAME_LENGTH);

export const AccountSchema = z
  .object({
    kind: z.literal('account'),
    name: z.string(),
    displayName: z.string().openapi({ description: 'As people call them.' }),
    role,
    created: instant,
    passwordSet: instant,
    disabled: instant.optional().openapi({ description: 'Since when it may not log in.' }),
  })
  .openapi('Account', { description: 'Somebody who may log in. No password is ever given out.' });

export const AccountListSchema = z.object({ rows: z.array(AccountSchema).readonly() }).openapi('AccountList');

export const NewAccountSchema = z
  .strictObject({
    name,
    displayName: displayName.optional(),
    role,
    password: password.openapi({
      description: `${PASSWORD_LENGTH.least} to ${PASSWORD_LENGTH.most} characters.`,
    }),
  })
  .openapi('NewAccount');

export const AccountChangeSchema = z
  .strictObject({
    displayName: displayName.optional(),
    role: role.optional(),
    disabled: z.boolean().optional().openapi({ description: 'True where it may no longer log in.' }),
    password: password.optional().openapi({ description: 'A new one. All its log-ins end.' }),
  })
  .openapi('AccountChange', { description: 'What is to be another; what is left out stays.' });

export const AccountNameSchema = z.object({
  name: name.openapi({ param: { name: 'name', in: 'path' } }),
});

export const LogInSchema = z.strictObject({ name: z.string().min(1).max(200), password }).openapi('LogIn');

export const OwnPasswordSchema = z
  .strictObject({
    password: password.openapi({ description: 'The one before.' }),
    newPassword: password.openapi({
      description: `${PASSWORD_LENGTH.least} to ${PASSWORD_LENGTH.most} characters.`,
    }),
  })
  .openapi('OwnPassword');

export const SessionSchema = z
  .object({
    name: z.string().openapi({ description: 'Name of the account, or `the desk` without one.' }),
    displayName: z.string().optional(),
    isAccount: z
      .boolean()
      .openapi({ description: 'False for whoever sits at the machine and did not log in.' }),
    role,
    may: z
      .array(z.string())
      .readonly()
      .openapi({
        description: 'Every operation that may be asked for.',
        example: ['GET /board', 'POST /judgements'],
      }),
    canLogIn: z.boolean().openapi({ description: 'Whether there are accounts here.' }),
  })
  .openapi('Session', { description: 'Who asks, and what they may do.' });

const auditEntrySchema = z
  .object({
    kind: z.literal('audit entry'),
    number: z.int().positive(),
    hash: HashSchema,
    previous: HashSchema.optional().openapi({ description: 'Hash of the entry before.' }),
    at: instant,
    by: z.string().optional().openapi({ description: 'Account, or `the desk`; of a log-in the name given.' }),
    role: role.optional(),
    operation: z.string().openapi({ example: 'POST /judgements' }),
    on: z.string().optional().openapi({ description: 'What it was done to.', example: 'j5' }),
    outcome: z.enum(AUDIT_OUTCOMES),
    reason: z.string().optional().openapi({ description: 'Why it was refused.', example: 'not-allowed' }),
    address: z.string().optional().openapi({ description: 'Network address, where it came from elsewhere.' }),
    omitted: z.int().positive().optional().openapi({
      description: 'Refused requests of nobody known before it that were too many to be written down.',
    }),
  })
  .openapi('AuditEntry');

export const AuditListSchema = z
  .object({
    rows: z.array(auditEntrySchema).readonly(),
    cursor: z.string().optional().openapi({ description: 'Present where more rows follow.' }),
  })
  .openapi('AuditList', { description: 'Who did what, newest first.' });

export const AuditFilterSchema = z.object({
  by: z.string().min(1).max(80).optional().openapi({ description: 'Of this account, or of `the desk`.' }),
  operation: z.string().min(1).max(200).optional().openapi({
    description: 'Of this operation.',
    example: 'POST /session',
  }),
  limit: z.coerce.number().int().min(1).max(200).optional().openapi({
    type: 'integer',
    minimum: 1,
    maximum: 200,
    description: 'Rows to answer with; 50 if absent.',
  }),
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, 'must be where an earlier answer ended')
    .optional()
    .openapi({ description: 'Where the last answer ended.' }),
});

export type AccountWire = z.infer<typeof AccountSchema>;
export type SessionWire = z.infer<typeof SessionSchema>;
export type AuditListWire = z.infer<typeof AuditListSchema>;
