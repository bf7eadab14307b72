import { parseJson } from '../../core/json.ts';
import type { ApiAnswer, ApiRequest } from './messages.ts';

/** Clients in front of which a person sits, by how they begin to tell of themselves (apiserver/pkg/endpoints/handlers). */
const READ = /^(?:curl|Wget|Mozilla\/5\.0)/;

/** An answer as it is to be read: in lines, where a person asks with a browser or curl, or asks for that. */
export function prettyFor({ query, headers }: ApiRequest, answer: ApiAnswer): ApiAnswer {
  const asked = query.get('pretty');
  const isPretty = asked === null ? READ.test(headers['user-agent'] ?? '') : /^(?:1|t|true)$/i.test(asked);
  if (!isPretty || !answer.headers['content-type']?.startsWith('application/json')) return answer;
  return { ...answer, body: JSON.stringify(parseJson(answer.body), null, 2) };
}
