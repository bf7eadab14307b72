/** The errors of Discord's HTTP API: the status, and the JSON body. */

/** Discord's JSON error body, plus the HTTP status (which is not part of the body). */
export interface ApiError {
  status: number;
  code: number;
  message: string;
  errors?: ErrorTree;
}

export interface Problem {
  code: string;
  message: string;
}

/** Problems nested by the path of the refused field; array indices are keys too. */
export interface ErrorTree {
  [key: string]: ErrorTree | Problem[];
}

/** What of an `ApiError` goes over the wire. */
export const errorBody = ({ status: _status, ...body }: ApiError): Omit<ApiError, 'status'> => body;

export const invalidForm = (errors: ErrorTree): ApiError => ({
  status: 400,
  code: 50035,
  message: 'Invalid Form Body',
  errors,
});

const error = (status: number, code: number, message: string): ApiError => ({ status, code, message });

/** The errors without a tree, by what they say. */
export const refusals = {
  unauthorized: error(401, 0, '401: Unauthorized'),
  notFound: error(404, 0, '404: Not Found'),
  methodNotAllowed: error(405, 0, '405: Method Not Allowed'),
  serverError: error(500, 0, '500: Internal Server Error'),
  unknownChannel: error(404, 10003, 'Unknown Channel'),
  unknownGuild: error(404, 10004, 'Unknown Guild'),
  unknownMessage: error(404, 10008, 'Unknown Message'),
  unknownWebhook: error(404, 10015, 'Unknown Webhook'),
  unknownEvent: error(404, 10070, 'Unknown Guild Scheduled Event'),
  unknownInteraction: error(404, 10062, 'Unknown interaction'),
  tooManyAttachments: error(400, 30015, 'Maximum number of attachments in a message reached (10)'),
  tooManyCommands: error(400, 30032, 'Maximum number of application commands reached (100)'),
  tooManyEvents: error(400, 30038, 'Maximum number of uncompleted guild scheduled events has been reached (100)'),
  tooManyCommandCreates: error(400, 30034, 'Max number of daily application command creates has been reached (200)'),
  entityTooLarge: error(413, 40005, 'Request entity too large'),
  alreadyAcknowledged: error(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: error(403, 50001, 'Missing Access'),
  emptyMessage: error(400, 50006, 'Cannot send an empty message'),
  notOurs: error(403, 50005, 'Cannot edit a message authored by another user'),
  cannotSendToUser: error(403, 50007, 'Cannot send messages to this user'),
  missingPermissions: error(403, 50013, 'Missing Permissions'),
  tooManyFollowUps: error(403, 40094, 'This interaction has reached the maximum number of follow-up messages'),
  invalidWebhookToken: error(401, 50027, 'Invalid Webhook Token'),
  finishedEvent: error(400, 180000, 'Cannot update a finished event'),
  invalidJson: error(400, 50109, 'The request body contains invalid JSON.'),
} satisfies Record<string, ApiError>;

/** The body of a 429; the same seconds belong in the `Retry-After` header. */
export const rateLimited = (seconds: number, global = false) => ({
  message: 'You are being rate limited.',
  retry_after: seconds,
  global,
});
