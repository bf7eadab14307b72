import { line, rest } from '../../core/command/line.ts';

/** `classform <what was entered>`: opens the form of a class's settings; see writeEntered(). */
export const formLine = line('classform', { entered: rest });
