import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Labs, OpenLab } from '../core/lab.ts';
import type { Context } from '../course/context.ts';
import { text } from './text.ts';

/** How many times faster a fast lab runs than the world. */
export const FAST = 10;

/** Labs belong to courses on Kubernetes: in others their commands are not there. */
export const teachesKubernetes = ({ course }: Pick<Context, 'course'>): boolean =>
  course().content.settings.features.includes('kubernetes');

/** @throws UserError where this bot runs no labs. */
export function labsOf({ labs }: Pick<Context, 'labs'>): Labs {
  const found = labs();
  if (found === undefined) throw new UserError(text.both((words) => words.noLabs));
  return found;
}

/** The caller's lab. @throws UserError where they have none, or it cannot be had just now. */
export async function labOf({ id }: Pick<Caller, 'id'>, context: Pick<Context, 'labs'>): Promise<OpenLab> {
  const found = await labsOf(context).find(id);
  if (found === undefined) throw noLab();
  return found;
}

export const noLab = (): UserError =>
  new UserError(
    text.both((words) => words.none),
    { ko: 'lab', en: 'lab' },
  );
