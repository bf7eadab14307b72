import { z } from 'zod';
import type { Spot } from './destination.ts';

const spot: z.ZodType<Spot> = z.object({
  user: z.string(),
  channel: z.string().exactOptional(),
  thread: z.string().exactOptional(),
});

const schema = z.object({
  /** What the answer completes. */
  line: z.string(),
  /** Of the message that was pressed, which the grade may take the place of. */
  url: z.string().exactOptional(),
  /** When that came, as Slack writes times: in seconds; left out by older versions. */
  at: z.string().exactOptional(),
  mayReplace: z.boolean().exactOptional(),
  message: z.string().exactOptional(),
  view: z.string().exactOptional(),
  /** The view has a search box. */
  search: z.boolean().exactOptional(),
  spot,
});

/** What a modal for an answer brings back: the line that the answer completes, and where the question is. */
export type AnswerMetadata = z.infer<typeof schema>;

export const writeMetadata = (asked: AnswerMetadata): string => JSON.stringify(asked);

/** @throws where no version of ours has written it. */
export const readMetadata = (text: string): AnswerMetadata => schema.parse(JSON.parse(text));
