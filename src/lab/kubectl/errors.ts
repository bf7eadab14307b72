import { isObject } from '../../core/json.ts';

/** What a command ends with: a text for stderr as kubectl prints it, and its exit code. */
export class KubectlError extends Error {
  readonly code: number;
  constructor(message: string, code = 1) {
    super(message);
    this.name = 'KubectlError';
    this.code = code;
  }
}

/** `error: …`, as kubectl begins what went wrong on its own side. */
export const failed = (message: string): KubectlError => new KubectlError(`error: ${message}`);

/** What was typed is wrong for this command (kubectl/pkg/cmd/util, UsageErrorf). */
export const misused = (path: string, message: string): KubectlError =>
  failed(`${message}\nSee 'kubectl ${path} -h' for help and examples`);

/** What the API answered in place of what was asked, in the parts that kubectl prints. */
export interface Refusal {
  code: number;
  reason: string;
  message: string;
  kind: string;
  name: string;
  causes: readonly { field: string; message: string }[];
}

const textIn = (object: Record<string, unknown>, key: string): string => {
  const value = object[key];
  return typeof value === 'string' ? value : '';
};

export function readRefusal(code: number, body: unknown): Refusal {
  const status = isObject(body) ? body : {};
  const details = isObject(status.details) ? status.details : {};
  const causes = Array.isArray(details.causes) ? details.causes.filter(isObject) : [];
  return {
    code,
    reason: textIn(status, 'reason'),
    message: textIn(status, 'message') || 'an error on the server',
    kind: textIn(details, 'kind'),
    name: textIn(details, 'name'),
    causes: causes.map((cause) => ({ field: textIn(cause, 'field'), message: textIn(cause, 'message') })),
  };
}

/** The API refused; the text is as kubectl prints it (kubectl/pkg/cmd/util, checkErr). */
export class ServerError extends KubectlError {
  readonly refusal: Refusal;
  constructor(refusal: Refusal, doing = '') {
    super(printed(refusal, doing));
    this.name = 'ServerError';
    this.refusal = refusal;
  }
}

function printed({ reason, message, kind, name, causes }: Refusal, doing: string): string {
  if (reason === 'Invalid') {
    const head =
      kind === '' && name === '' ? 'The request is invalid' : `The ${kind} ${JSON.stringify(name)} is invalid`;
    const lines = Array.from(new Set(causes.map((cause) => `${cause.field}: ${cause.message}`)));
    if (lines.length === 0) return kind === '' && name === '' ? `${head}: ${message}` : head;
    return lines.length === 1 ? `${head}: ${lines[0]}` : `${head}: \n${lines.map((one) => `* ${one}`).join('\n')}`;
  }
  const said = doing === '' ? message : `${doing}: ${message}`;
  if (reason === 'Unauthorized') return `error: You must be logged in to the server (${said})`;
  return reason === '' ? `Error from server: ${said}` : `Error from server (${reason}): ${said}`;
}

/** The same error, said of what was done: `error when creating "STDIN": …`. */
export const whileDoing = (error: unknown, verb: string): unknown =>
  error instanceof ServerError ? new ServerError(error.refusal, `error when ${verb} "STDIN"`) : error;
