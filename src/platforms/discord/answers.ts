import { ApplicationIntegrationType } from 'discord.js';
import { z } from 'zod';

/** Of what Discord answers, only what is read; other servers leave out, or say null for, what is empty. */
export const idSchema = z.object({ id: z.string() });

export const channelSchema = z.object({ guild_id: z.string().nullish(), last_message_id: z.string().nullish() });

export const messageSchema = z.object({
  id: z.string(),
  author: idSchema.nullish(),
  nonce: z.union([z.string(), z.number()]).nullish(),
  content: z.unknown().optional(),
  components: z.unknown().optional(),
  embeds: z.unknown().optional(),
  attachments: z.array(z.object({ filename: z.string().nullish() })).nullish(),
});

export type Message = z.infer<typeof messageSchema>;

export const messagesSchema = z.array(messageSchema);

export const eventsSchema = z.array(
  z.object({
    id: z.string(),
    creator_id: z.string().nullish(),
    creator: idSchema.nullish(),
    entity_metadata: z.object({ location: z.string().nullish() }).nullish(),
    scheduled_start_time: z.string(),
  }),
);

export const gatewaySchema = z.object({ shards: z.int().positive() });

/** Where the app may be installed (Application resource): a key each, `0` servers, `1` people. */
export const applicationSchema = z.object({ integration_types_config: z.record(z.string(), z.unknown()).nullish() });

/** May people install the app for themselves? Undefined where the server does not say. */
export const isForPeople = ({
  integration_types_config: types,
}: z.infer<typeof applicationSchema>): boolean | undefined =>
  types ? String(ApplicationIntegrationType.UserInstall) in types : undefined;

/** Of the servers that the bot is in, what it may do in each (User resource: partial guild), before any channel's own rules. */
export const guildsSchema = z.array(z.object({ permissions: z.string().nullish() }));

/** A command that Discord has registered; a menu's name is no slash command's. */
const registered = z.object({ id: z.string(), name: z.string(), type: z.number().nullish() });

export type Registered = z.infer<typeof registered>;

export const registeredSchema = z.array(registered);

/**
 * What Discord answered.
 * @throws SyntaxError for an answer of another form: it comes from a proxy, as one that is no JSON does.
 */
export async function readAnswer<T>(schema: z.ZodType<T>, answer: Promise<unknown>): Promise<T> {
  const read = schema.safeParse(await answer);
  if (read.success) return read.data;
  throw new SyntaxError('an answer of another form');
}
