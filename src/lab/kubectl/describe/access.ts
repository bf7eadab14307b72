import { goText } from '../print/output.ts';
import { list, text, texts } from '../read.ts';
import { type Describer, describeEvents, describeHead, describeMarks, listed } from './describer.ts';
import type { Page } from './page.ts';

/** Names below each other under a title that has its own width. */
function describeNames(page: Page, title: string, names: readonly string[]): void {
  const [first = '<none>', ...rest] = names;
  page.line(0, `${title}\t${first}`);
  for (const one of rest) page.line(0, `                   \t${one}`);
}

export const describeAccount: Describer = async (page, item, looking) => {
  describeHead(page, item);
  const secrets = await listed(looking, ['v1', 'Secret'], item.metadata.namespace);
  const named = (path: string): string[] =>
    list(item, path).map((one) => {
      const name = text(one, 'name');
      return secrets.some(({ metadata }) => metadata.name === name) ? name : `${name} (not found)`;
    });
  const tokens = secrets.filter(
    (one) =>
      text(one, 'type') === 'kubernetes.io/service-account-token' &&
      one.metadata.annotations?.['kubernetes.io/service-account.name'] === item.metadata.name,
  );
  describeNames(page, 'Image pull secrets:', named('imagePullSecrets'));
  describeNames(page, 'Mountable secrets: ', named('secrets'));
  describeNames(
    page,
    'Tokens:            ',
    tokens.map(({ metadata }) => metadata.name),
  );
  describeEvents(page, looking);
};

interface Rule {
  group: string;
  /** Without its group. */
  name: string;
  urls: readonly string[];
  names: readonly string[];
  verbs: string[];
}

/** `deployments.apps/scale`: a resource with its group. */
export function resourceText({ name, group }: Rule): string {
  const [first = '', ...part] = name.split('/');
  return `${first}${group === '' ? '' : `.${group}`}${part.length === 0 ? '' : `/${part.join('/')}`}`;
}

/** Rules are in the order of how Go prints them. */
const printedRule = ({ verbs, group, name, names, urls }: Rule): string =>
  [verbs, urls.length > 0 ? [] : [group], name === '' ? [] : [name], names, urls]
    .map((list) => `[${list.join(' ')}],`)
    .join('');

/** Rules taken apart by resource, with the verbs of each together (kubectl/pkg/util/rbac). */
export function compactRules(item: unknown): Rule[] {
  const byKey = new Map<string, Rule>();
  const add = (rule: Rule): void => {
    const key = JSON.stringify([rule.group, rule.name, rule.urls, rule.names, rule.urls.length > 0 ? rule.verbs : []]);
    const known = byKey.get(key);
    const verbs = known ? [...known.verbs, ...rule.verbs.filter((verb) => !known.verbs.includes(verb))] : rule.verbs;
    byKey.set(key, { ...rule, verbs });
  };
  for (const rule of list(item, 'rules')) {
    const verbs = texts(rule, 'verbs');
    const names = texts(rule, 'resourceNames');
    const each = names.length === 0 ? [[]] : names.map((name) => [name]);
    for (const group of texts(rule, 'apiGroups'))
      for (const name of texts(rule, 'resources'))
        for (const one of each) add({ group, name, urls: [], names: one, verbs });
    for (const url of texts(rule, 'nonResourceURLs'))
      for (const verb of verbs) add({ group: '', name: '', urls: [url], names: [], verbs: [verb] });
  }
  return Array.from(byKey.values()).toSorted((one, other) => (printedRule(one) < printedRule(other) ? -1 : 1));
}

export const describeRole: Describer = (page, item) => {
  page.line(0, `Name:\t${item.metadata.name}`);
  describeMarks(page, item);
  page.line(0, 'PolicyRule:');
  page.line(1, 'Resources\tNon-Resource URLs\tResource Names\tVerbs');
  page.line(1, '---------\t-----------------\t--------------\t-----');
  for (const rule of compactRules(item))
    page.line(1, [resourceText(rule), ...[rule.urls, rule.names, rule.verbs].map(goText)].join('\t'));
};

export const describeBinding: Describer = (page, item) => {
  page.line(0, `Name:\t${item.metadata.name}`);
  describeMarks(page, item);
  page.line(0, 'Role:');
  page.line(1, `Kind:\t${text(item, 'roleRef.kind')}`);
  page.line(1, `Name:\t${text(item, 'roleRef.name')}`);
  page.line(0, 'Subjects:');
  page.line(1, 'Kind\tName\tNamespace');
  page.line(1, '----\t----\t---------');
  for (const one of list(item, 'subjects'))
    page.line(1, `${text(one, 'kind')}\t${text(one, 'name')}\t${text(one, 'namespace')}`);
};
