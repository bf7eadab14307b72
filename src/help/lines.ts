import { line, word } from '../core/command/line.ts';

/** `study <course>`: from now on the caller is taught that course where no class says it. */
export const studyLine = line('study', { course: word });
