import type { Json } from './types.ts';

/** A refusal with Slack's error code; it becomes the answer, whose status is 200 unless told. */
export class Refused extends Error {
  readonly answer: Json;
  readonly status: number;
  constructor(error: string, details: Json = {}, status = 200) {
    super(error);
    this.answer = { ok: false, error, ...details };
    this.status = status;
  }
}

export function refuse(error: string, details?: Json): never {
  throw new Refused(error, details);
}

const asMessages = (problems: readonly string[]): Json => ({
  response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
});

/** What is wrong with arguments, a view, or anything that has no error of its own. */
export const refuseArguments = (problems: readonly string[]): never =>
  refuse('invalid_arguments', asMessages(problems));

/** Refuses a message by the place of its first problem, as the rules found them. */
export function refuseMessage(problems: readonly string[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const details = { errors: [...problems], ...asMessages(problems) };
  const place = /\[json-pointer:\/([a-z_]+)/.exec(first)?.[1];
  if (place === 'metadata') refuse('invalid_metadata_format', asMessages(problems));
  if (place === 'blocks') refuse('invalid_blocks', details);
  if (place === 'attachments') refuse('invalid_attachments', details);
  refuseArguments(problems);
}
