import { isUtf8 } from 'node:buffer';
import { UserError } from '../errors.ts';
import { LIMITS } from '../reply/limits.ts';
import { text } from './text.ts';

/** A file as it came in; nothing of it is read yet. */
export interface SentFile {
  name: string;
  /** Its bytes. @throws UserError, as fileTooLarge() or fileUnavailable(), where they cannot be had. */
  read(): Promise<Uint8Array>;
}

/** A file of text as a command receives it, without a byte order mark; its line ends are as they came. */
export interface FileText {
  name: string;
  text: string;
}

/** Media types of text; Discord and Slack give manifests and logs one of these, or none. */
const TEXT_TYPE = /^(?:text\/|application\/(?:json|yaml|x-yaml|toml|xml|x-sh)\b)/i;
const NO_TEXT_TYPE = /^(?:image|video|audio|font)\//i;
/** Endings of files that students have: `.yaml`, `.log`; a Dockerfile has none. */
const TEXT_NAME = /^[^.]*$|\.(?:ya?ml|json|log|txt|md|conf|cfg|ini|toml|env|sh|tpl|csv|out|err|properties|xml)$/i;

/** Does a file seem to be text, by its name and its media type, where it has one? */
export const seemsText = ({ name, type = '' }: { name: string; type?: string | null | undefined }): boolean =>
  TEXT_TYPE.test(type ?? '') || (!NO_TEXT_TYPE.test(type ?? '') && TEXT_NAME.test(name));

/** Said of a file that is larger than any that is read. */
export const fileTooLarge = (name: string): UserError =>
  new UserError(text.both((words) => words.fileTooLarge(name, LIMITS.file)));

/** Said of a file that the platform does not hand over. */
export const fileUnavailable = (name: string): UserError =>
  new UserError(text.both((words) => words.fileUnavailable(name)));

/**
 * Reads a file of text.
 * @throws UserError where it cannot be had, is larger than `LIMITS.file`, is no text in UTF-8 or says nothing.
 */
export async function readFile({ name, read }: SentFile): Promise<FileText> {
  const bytes = await read();
  if (bytes.byteLength > LIMITS.file) throw fileTooLarge(name);
  // A binary file may be well-formed by chance; a text has no zero.
  if (!isUtf8(bytes) || bytes.includes(0)) throw new UserError(text.both((words) => words.noText(name)));
  const said = new TextDecoder().decode(bytes);
  if (said.trim() === '') throw new UserError(text.both((words) => words.emptyFile(name)));
  return { name, text: said };
}
