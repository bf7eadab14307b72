import type { ApiAnswer } from '../../core/lab.ts';
import { ApiError } from '../engine/errors.ts';

/** Answers in the form that kubectl prints. */
export function sorry(status: number, reason: string, message: string, more: Record<string, string> = {}): ApiAnswer {
  const { status: said } = new ApiError(status, reason, message);
  return { status, headers: { 'content-type': 'application/json', ...more }, body: JSON.stringify(said) };
}
