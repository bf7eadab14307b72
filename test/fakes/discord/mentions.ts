import { allComponents, isJson, text } from './json.ts';
import type { Json, Pings } from './types.ts';

/** Code does not ping, and neither does an escaped mention. */
const withoutCode = (content: string): string =>
  content
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, ' ')
    .replace(/\\[<@]/g, ' ');

const TEXT_DISPLAY = 10;

/** What is mentioned, and allowed to be: without `allowed_mentions` in a webhook's message only people. */
export function pingsOf(content: string, components: readonly Json[], allowed: unknown, webhook: boolean): Pings {
  const shown = [...allComponents(components)]
    .filter((component) => component.type === TEXT_DISPLAY)
    .map((component) => text(component.content));
  const all = withoutCode([content, ...shown].join('\n'));
  const rules = isJson(allowed) ? allowed : { parse: webhook ? ['users'] : ['users', 'roles', 'everyone'] };
  const parse = Array.isArray(rules.parse) ? rules.parse : [];
  const may = (kind: 'users' | 'roles', id: string): boolean => {
    const listed = rules[kind];
    return parse.includes(kind) || (Array.isArray(listed) && listed.includes(id));
  };
  const ids = (pattern: RegExp, kind: 'users' | 'roles'): string[] => [
    ...new Set([...all.matchAll(pattern)].map((match) => match[1] ?? '').filter((id) => may(kind, id))),
  ];
  return {
    everyone: parse.includes('everyone') && /@(everyone|here)/.test(all),
    users: ids(/<@!?(\d{17,20})>/g, 'users'),
    roles: ids(/<@&(\d{17,20})>/g, 'roles'),
  };
}
