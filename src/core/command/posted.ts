import { normalize } from '../../language/normalize.ts';
import { UserError } from '../errors.ts';
import type { Command } from './command.ts';
import type { SentFile } from './files.ts';
import type { Values } from './route.ts';
import { text } from './text.ts';

/** What somebody's message says, as it is handed over from its menu. */
export interface Posted {
  text: string;
  /** Its first file of text. */
  file?: SentFile | undefined;
}

/** Its words go to the text option, its file to the one that takes a file. */
export function valuesOf({ text, file }: Posted, { options }: Pick<Command, 'options'>): Values {
  const nameOf = (type: 'text' | 'file') => Object.entries(options).find(([, option]) => option.type === type)?.[0];
  const [forText, forFile] = [nameOf('text'), nameOf('file')];
  return {
    ...(forText === undefined ? {} : { [forText]: text }),
    ...(forFile === undefined || file === undefined ? {} : { [forFile]: file }),
  };
}

/** @throws UserError for a message in which there is nothing to read, as one with a picture alone. */
export function refuseSilent({ text: said, file }: Posted): void {
  if (file === undefined && normalize(said) === '') throw new UserError(text.both((words) => words.nothingSaid));
}
