/** What the API refuses, in the words of Kubernetes (`apimachinery/pkg/api/errors`), which kubectl prints. */

export interface Cause {
  reason: string;
  message: string;
  field: string;
}

export interface Status {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: Record<string, never>;
  status: 'Failure';
  message: string;
  reason: string;
  details?: {
    name?: string;
    group?: string;
    kind?: string;
    uid?: string;
    causes?: Cause[];
    retryAfterSeconds?: number;
  };
  code: number;
}

/** Which resource an error speaks of. */
export interface Resource {
  group: string;
  plural: string;
  kind: string;
}

export class ApiError extends Error {
  readonly status: Status;
  constructor(code: number, reason: string, message: string, details?: Status['details']) {
    super(message);
    this.name = 'ApiError';
    const rest = details === undefined ? {} : { details };
    this.status = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, ...rest, code };
  }
}

const named = ({ group, plural }: Resource): string => (group === '' ? plural : `${plural}.${group}`);
const detailsOf = ({ group, plural }: Resource, name: string): Status['details'] => ({
  name,
  ...(group === '' ? {} : { group }),
  kind: plural,
});

export const notFound = (of: Resource, name: string): ApiError =>
  new ApiError(404, 'NotFound', `${named(of)} "${name}" not found`, detailsOf(of, name));

export const alreadyExists = (of: Resource, name: string): ApiError =>
  new ApiError(409, 'AlreadyExists', `${named(of)} "${name}" already exists`, detailsOf(of, name));

export const conflict = (of: Resource, name: string, why?: string): ApiError =>
  new ApiError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${named(of)} "${name}": ${why ?? 'the object has been modified; please apply your changes to the latest version and try again'}`,
    detailsOf(of, name),
  );

export const badRequest = (message: string): ApiError => new ApiError(400, 'BadRequest', message);

export const forbidden = (of: Resource, name: string, why: string): ApiError =>
  new ApiError(
    403,
    'Forbidden',
    name === '' ? `${named(of)} is forbidden: ${why}` : `${named(of)} "${name}" is forbidden: ${why}`,
    detailsOf(of, name),
  );

/** Causes that are a field's mistakes: `spec.replicas: Invalid value: -1: must be greater than or equal to 0`. */
export function invalid({ group, kind }: Resource, name: string, causes: readonly Cause[]): ApiError {
  // What is found twice is told once.
  const found = new Map(causes.map((one) => [`${one.field}: ${one.message}`, one]));
  const lines = Array.from(found.keys());
  const said = lines.length === 1 ? lines[0] : `[${lines.join(', ')}]`;
  const whole = group === '' ? kind : `${kind}.${group}`;
  return new ApiError(422, 'Invalid', `${whole} "${name}" is invalid: ${said}`, {
    name,
    ...(group === '' ? {} : { group }),
    kind,
    causes: Array.from(found.values()),
  });
}

export const requiredCause = (field: string, why = ''): Cause => ({
  reason: 'FieldValueRequired',
  message: why === '' ? 'Required value' : `Required value: ${why}`,
  field,
});

export const invalidCause = (field: string, value: unknown, why: string): Cause => ({
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${JSON.stringify(value)}: ${why}`,
  field,
});

export const unsupportedCause = (field: string, value: unknown, allowed: readonly string[]): Cause => ({
  reason: 'FieldValueNotSupported',
  message: `Unsupported value: ${JSON.stringify(value)}: supported values: ${allowed.map((one) => `"${one}"`).join(', ')}`,
  field,
});

export const duplicateCause = (field: string, value: unknown): Cause => ({
  reason: 'FieldValueDuplicate',
  message: `Duplicate value: ${JSON.stringify(value)}`,
  field,
});

export const notFoundCause = (field: string, value: unknown): Cause => ({
  reason: 'FieldValueNotFound',
  message: `Not found: ${JSON.stringify(value)}`,
  field,
});

export const tooLongCause = (field: string, most: number): Cause => ({
  reason: 'FieldValueTooLong',
  message: `Too long: may not be more than ${most} bytes`,
  field,
});

export const forbiddenCause = (field: string, why: string): Cause => ({
  reason: 'FieldValueForbidden',
  message: `Forbidden: ${why}`,
  field,
});

export const methodNotAllowed = (): ApiError =>
  new ApiError(405, 'MethodNotAllowed', 'the server does not allow this method on the requested resource');

/** Where no kind, or no part of one, is. */
export const noSuchResource = (): ApiError =>
  new ApiError(404, 'NotFound', 'the server could not find the requested resource', {});

/** A watch from so long ago that what came after it is no longer kept. */
export const expired = (from: number): ApiError => new ApiError(410, 'Expired', `too old resource version: ${from}`);
