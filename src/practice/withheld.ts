import { UserError } from '../core/errors.ts';
import { text } from './text.ts';

/** Why a question is not practised now: a class is asked it in a live quiz, or it waits in the person's homework. */
type Why = 'class' | 'homework';

/** Questions whose answers practice would give away, by their ids. */
type Withheld = ReadonlyMap<string, Why>;
export type FindWithheld = () => Promise<Withheld>;

/** For a student whose practice would show nothing but such questions. */
export const withheldNow = (why: Why | undefined): UserError =>
  new UserError(text.both((words) => words.withheld[why ?? 'class']));
