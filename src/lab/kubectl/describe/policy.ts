import { at, has, list, maybe, number, text, texts } from '../read.ts';
import { type Describer, describeMarks } from './describer.ts';
import type { Page } from './page.ts';
import { selectorOrNone } from './words.ts';

/** What one direction of a policy lets through. */
function describeRules(page: Page, rules: readonly unknown[], [way, other]: readonly [string, string]): void {
  const indent = '    ';
  const isIngress = way === 'ingress';
  if (rules.length === 0)
    return void page.line(0, `${indent}<none> (Selected pods are isolated for ${way} connectivity)`);
  const [title, key] = isIngress ? ['From', 'from'] : ['To', 'to'];
  for (const [i, rule] of rules.entries()) {
    const ports = list(rule, 'ports');
    if (ports.length === 0) page.line(0, `${indent}To Port: <any> (traffic allowed to all ports)`);
    for (const port of ports) {
      const protocol = text(port, 'protocol') || 'TCP';
      const range = has(port, 'endPort')
        ? ` Range: ${text(port, 'port')}-${number(port, 'endPort')}`
        : `: ${maybe(port, 'port') ?? '<nil>'}`;
      page.line(0, `${indent}To Port${range}/${protocol}`);
    }
    const peers = list(rule, key);
    if (peers.length === 0) page.line(0, `${indent}${title}: <any> (traffic not restricted by ${other})`);
    for (const peer of peers) {
      page.line(0, `${indent}${title}:`);
      for (const [name, of] of [
        ['NamespaceSelector', 'namespaceSelector'],
        ['PodSelector', 'podSelector'],
      ] as const)
        if (has(peer, of)) page.line(1, `${indent}${name}: ${selectorOrNone(at(peer, of))}`);
      if (!has(peer, 'ipBlock') || has(peer, 'podSelector') || has(peer, 'namespaceSelector')) continue;
      page.line(1, `${indent}IPBlock:`);
      page.line(2, `${indent}CIDR: ${text(peer, 'ipBlock.cidr')}`);
      page.line(2, `${indent}Except: ${texts(peer, 'ipBlock.except').join(', ')}`);
    }
    if (i < rules.length - 1) page.line(0, `${indent}----------`);
  }
}

export const describePolicy: Describer = (page, item) => {
  const { spec } = item;
  const types = texts(spec, 'policyTypes');
  page.line(0, `Name:\t${item.metadata.name}`);
  page.line(0, `Namespace:\t${item.metadata.namespace ?? ''}`);
  const created = item.metadata.creationTimestamp ?? '';
  page.line(0, `Created on:\t${created.replace('T', ' ').replace('Z', ' +0000 UTC')}`);
  describeMarks(page, item);
  page.line(0, 'Spec:');
  const chosen = selectorOrNone(at(spec, 'podSelector'));
  const all = '<none> (Allowing the specific traffic to all pods in this namespace)';
  page.line(1, `PodSelector:     ${chosen === '<none>' ? all : chosen}`);
  for (const [type, way, other] of [
    ['Ingress', 'ingress', 'source'],
    ['Egress', 'egress', 'destination'],
  ] as const) {
    page.line(1, types.includes(type) ? `Allowing ${way} traffic:` : `Not affecting ${way} traffic`);
    if (types.includes(type)) describeRules(page, list(spec, way), [way, other]);
  }
  page.line(1, `Policy Types: ${types.join(', ') || '<none>'}`);
};
