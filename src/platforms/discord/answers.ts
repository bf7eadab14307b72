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
    entity_metadata: z.object({ location: z.string().nullish() }).nullish(),
    scheduled_start_time: z.string(),
  }),
);

export const gatewaySchema = z.object({ shards: z.int().positive() });

/**
 * What Discord answered.
 * @throws SyntaxError for an answer of another form: it comes from a proxy, as one that is no JSON does.
 */
export async function readAnswer<T>(schema: z.ZodType<T>, answer: Promise<unknown>): Promise<T> {
  const read = schema.safeParse(await answer);
  if (read.success) return read.data;
  throw new SyntaxError('an answer of another form');
}
