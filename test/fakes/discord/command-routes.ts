import {
  commandOf,
  createCommand,
  deleteCommand,
  editCommand,
  listCommands,
  overwriteCommands,
  withoutLocalizations,
} from './command-store.ts';
import { refusals } from './errors.ts';
import { type Call, done, ok, type Reply, type Route } from './http.ts';
import { refuse, type State } from './state.ts';

export function commandRoutes(state: State, where: 'global' | 'guild', list: string): Route[] {
  const one = `${list}/:command`;
  const route = (method: string, pattern: string, run: (call: Call) => Reply): Route => ({
    method,
    pattern,
    auth: true,
    run: (call) => {
      if (call.param('app') !== state.applicationId)
        refuse({ status: 404, code: 10002, message: 'Unknown Application' });
      if (where === 'guild' && call.param('guild') !== state.guild.id) refuse(refusals.missingAccess);
      return run(call);
    },
  });
  return [
    route('GET', list, ({ query }) => {
      const all = listCommands(state, where);
      return ok(query.get('with_localizations') === 'true' ? all : withoutLocalizations(all));
    }),
    route('PUT', list, ({ body }) => ok(overwriteCommands(state, where, body))),
    route('POST', list, ({ body }) => {
      const { created, command } = createCommand(state, where, body);
      return { status: created ? 201 : 200, body: command };
    }),
    route('GET', one, (call) => ok(commandOf(state, where, call.param('command')))),
    route('PATCH', one, (call) => ok(editCommand(state, where, call.param('command'), call.body))),
    route('DELETE', one, (call) => {
      deleteCommand(state, where, call.param('command'));
      return done;
    }),
  ];
}
