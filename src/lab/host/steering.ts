import { z } from 'zod';
import { parseJson } from '../../core/json.ts';
import type { LabClient } from '../../core/lab.ts';
import { type ApiAnswer, type ApiRequest, json } from '../api/messages.ts';

/** Beside a lab's API, for `npm run lab -- load …`: what a person does to a lab from outside. */
const STEERING = '/dosirak/';

const ASKED = z.discriminatedUnion('what', [
  z.object({ what: z.literal('load'), namespace: z.string(), name: z.string(), millicores: z.int().min(0) }),
  z.object({ what: z.literal('power'), node: z.string(), is: z.enum(['on', 'off']) }),
]);
export type Asked = z.infer<typeof ASKED>;

const done = json({ done: true });
const refused = (message: string, status: number): ApiAnswer => json({ message }, status);

async function steer(client: LabClient, { body }: ApiRequest): Promise<ApiAnswer> {
  const read = ASKED.safeParse(parseJson(new TextDecoder().decode(body)));
  if (!read.success) return refused('not understood', 400);
  const { data } = read;
  switch (data.what) {
    case 'load': {
      const { namespace, name, millicores } = data;
      if (await client.load({ namespace, name }, millicores)) return done;
      return refused(`there is no Deployment ${name} in the namespace ${namespace}`, 404);
    }
    case 'power':
      return (await client.power(data.node, data.is)) ? done : refused(`there is no node ${data.node}`, 404);
    default:
      return data satisfies never;
  }
}

/** The same lab, which can also be steered by requests. */
export const steerable = (client: LabClient): LabClient => ({
  ...client,
  request: (request) => (request.path === STEERING ? steer(client, request) : client.request(request)),
  stream: async (request, sink) =>
    request.path === STEERING ? { answer: await steer(client, request) } : client.stream(request, sink),
});

/** Asks the lab at an address; what it refuses is a sentence. @throws where it cannot be reached, or is no lab. */
export async function askToSteer(server: string, asked: Asked): Promise<string | undefined> {
  const answer = await fetch(`${server}${STEERING}`, { method: 'POST', body: JSON.stringify(asked) });
  const said = z
    .union([z.object({ done: z.literal(true) }), z.object({ message: z.string() })])
    .parse(await answer.json());
  return 'message' in said ? said.message : undefined;
}
