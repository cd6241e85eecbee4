import * as z from 'zod';
import { commandPatternSchema } from './command.ts';

const globs = z.array(z.string()).min(1);

/** Something that happens in a session. All fields given must hold. */
export const happeningSchema = z.union([
  z.strictObject({
    ran: z.array(commandPatternSchema).min(1).meta({ description: 'one of these commands' }),
    ok: z
      .boolean()
      .optional()
      .meta({ description: 'with exit status 0 or an unknown one (default true); false: however it ended' }),
    times: z
      .int()
      .min(1)
      .optional()
      .meta({ description: 'from the n-th time in the session on: 2 lets the first one be' }),
  }),
  z.strictObject({
    changed: globs,
    except: globs.optional(),
    how: z.array(z.enum(['create', 'modify', 'delete', 'rename'])).optional(),
    part: z
      .literal('dependencies')
      .optional()
      .meta({ description: 'only if what the manifest declares as dependencies changes' }),
    lines: z
      .string()
      .optional()
      .meta({ description: 'RE2 pattern: only changes that put in or take out a line that matches' }),
    adds: z.string().optional().meta({ description: 'RE2 pattern: only changes that put in a line that matches' }),
  }),
  z.strictObject({ read: globs }),
  z.strictObject({ stop: z.literal(true) }),
]);
export type Happening = z.infer<typeof happeningSchema>;

/**
 * What an agent words: `tag` is the message of an annotated tag, `branch` and `tag-name` are names,
 * `comment` is one on a pull request or an issue.
 */
export const messageKindSchema = z.enum([
  'commit',
  'pull-request-title',
  'pull-request-body',
  'branch',
  'tag',
  'tag-name',
  'issue-title',
  'issue-body',
  'comment',
]);
export type MessageKind = z.infer<typeof messageKindSchema>;

export const orderCheckSchema = z.strictObject({
  kind: z.literal('order'),
  contract: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('before'),
      trigger: z.array(happeningSchema).min(1),
      need: z
        .array(z.union([happeningSchema, z.array(happeningSchema).min(1)]))
        .min(1)
        .meta({ description: 'all of these, in order if `ordered`; of those in an inner list one is enough' }),
      ordered: z.boolean().optional(),
      when: happeningSchema
        .optional()
        .meta({ description: 'asked only in a session in which this has happened, at whatever time' }),
      since: z
        .union([happeningSchema, z.array(happeningSchema).min(1)])
        .optional()
        .meta({
          description:
            'the needs must lie after the last of these; without one in the session nothing is asked, unless `always`',
        }),
      always: z.boolean().optional().meta({
        description: 'also asked where none of `since` has happened: a commit says itself that there are changes',
      }),
    }),
    z.strictObject({
      type: z.literal('never-after'),
      trigger: z.array(happeningSchema).min(1),
      after: happeningSchema,
      until: happeningSchema.optional(),
    }),
    z.strictObject({
      type: z.literal('message'),
      of: z.array(messageKindSchema).min(1),
      part: z.enum(['subject', 'body', 'all', 'trailers']).optional().meta({
        description:
          '`subject`: the first line; `trailers`: a last paragraph of `Key: value` lines; `body`: what lies between; `all` (default)',
      }),
      pattern: z.string().optional().meta({ description: 'RE2 pattern that must match' }),
      forbid: z.string().optional().meta({ description: 'RE2 pattern that must not match' }),
      flags: z.string().optional().meta({ description: 'of both patterns: i, m, s' }),
      maxLength: z
        .int()
        .optional()
        .meta({ description: 'characters of the part; of its longest line in commit and tag messages' }),
      minLength: z.int().optional().meta({ description: 'characters of the part; 1 asks that there is one' }),
      conventional: z
        .strictObject({ types: globs.optional(), scopes: globs.optional(), scopeRequired: z.boolean().optional() })
        .optional()
        .meta({ description: 'the subject is `type(scope): description`; without `types` any word is a type' }),
    }),
  ]),
});
export type OrderCheck = z.infer<typeof orderCheckSchema>;
