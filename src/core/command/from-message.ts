import type { Command } from './command.ts';
import type { SentFile } from './files.ts';
import type { Invocation } from './route.ts';

/** What a message says. */
interface SaidInMessage {
  text: string;
  /** Its first file of text. */
  file?: SentFile | undefined;
}

/** The command that a message's menu hands it to. */
export const findMessageCommand = <T extends Pick<Command, 'messageMenu'>>(commands: readonly T[]): T | undefined =>
  commands.find(({ messageMenu }) => messageMenu !== undefined);

/** Hands a message to a command: its words to the text option, its file to the one that takes a file. */
export function invocationOf({ name, options }: Command, { text, file }: SaidInMessage): Invocation {
  const nameOf = (type: 'text' | 'file') => Object.entries(options).find(([, option]) => option.type === type)?.[0];
  const [forText, forFile] = [nameOf('text'), nameOf('file')];
  return {
    command: name,
    options: {
      ...(forText === undefined ? {} : { [forText]: text }),
      ...(forFile === undefined || file === undefined ? {} : { [forFile]: file }),
    },
  };
}
