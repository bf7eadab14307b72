import { type Command, OUTPUT, type Run } from '../command.ts';
import { compactRules, resourceText } from '../describe/access.ts';
import { failed, KubectlError } from '../errors.ts';
import { goText, listOf, printerFor } from '../print/output.ts';
import { GET, lineUp } from '../print/tabs.ts';
import { at, list, text, texts } from '../read.ts';
import { asItem } from './apply.ts';

const REVIEWS = '/apis/authorization.k8s.io/v1';
const VERBS = new Set([
  ...['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', 'use', 'bind', 'impersonate'],
  ...['*', 'approve', 'sign', 'escalate', 'attest'],
]);

const review = (run: Run, plural: string, kind: string, spec: object): Promise<unknown> =>
  run.api.ask(`${REVIEWS}/${plural}`, { method: 'POST', body: { apiVersion: 'authorization.k8s.io/v1', kind, spec } });

async function listAccess(run: Run): Promise<void> {
  const found = await review(run, 'selfsubjectrulesreviews', 'SelfSubjectRulesReview', { namespace: run.namespace });
  const rules = compactRules({
    rules: [...list(found, 'status.resourceRules'), ...list(found, 'status.nonResourceRules')],
  });
  const lines = rules.map((rule) =>
    [resourceText(rule), ...[rule.urls, rule.names, rule.verbs].map(goText)].join('\t'),
  );
  const head = 'Resources\tNon-Resource URLs\tResource Names\tVerbs';
  run.out(`${lineUp((run.flags.is('no-headers') ? lines : [head, ...lines]).join('\n'), GET)}\n`);
}

/** What a review is about: a path, or a kind with perhaps one object of it. */
async function attributes(run: Run, verb: string, what: string): Promise<object> {
  if (what.startsWith('/')) return { nonResourceAttributes: { verb, path: what } };
  const [word = '', name] = what.split('/');
  const kind = word === '*' ? undefined : await run.api.find(word);
  if (!kind && word !== '*') run.err(`Warning: the server doesn't have a resource type '${word}'\n\n`);
  if (kind && !kind.namespaced && !run.everywhere)
    run.err(
      `Warning: resource '${kind.plural}' is not namespace scoped${kind.group === '' ? '' : ` in group '${kind.group}'`}\n\n`,
    );
  if (!VERBS.has(verb)) run.err(`Warning: verb '${verb}' is not a known verb\n\n`);
  return {
    resourceAttributes: {
      ...(run.everywhere ? {} : { namespace: run.namespace }),
      ...{ verb, group: kind?.group ?? '', resource: kind?.plural ?? word },
      ...(name === undefined ? {} : { name }),
      ...(run.flags.has('subresource') ? { subresource: run.flags.value('subresource') } : {}),
    },
  };
}

/** `--as=system:serviceaccount:default:x` asks for another: the groups that he is in come with it. */
function subjectOf(run: Run): { user: string; groups: string[] } | undefined {
  const user = run.flags.value('as');
  if (user === undefined) return undefined;
  const account = /^system:serviceaccount:([^:]+):[^:]+$/.exec(user);
  const groups = account ? ['system:serviceaccounts', `system:serviceaccounts:${account[1]}`] : [];
  return { user, groups: [...run.flags.all('as-group'), ...groups, 'system:authenticated'] };
}

async function canI(run: Run): Promise<void> {
  const { args, flags } = run;
  if (flags.is('list')) {
    if (args.length > 0) throw failed('list option must be specified with no arguments');
    return listAccess(run);
  }
  const [verb, what, ...more] = args;
  if (verb === undefined || what === undefined || more.length > 0)
    throw failed(
      "you must specify two arguments: verb resource or verb resource/resourceName.\nSee 'kubectl auth can-i -h' for help and examples.",
    );
  const asked = await attributes(run, verb, what);
  const subject = subjectOf(run);
  const found = subject
    ? await review(run, 'subjectaccessreviews', 'SubjectAccessReview', { ...asked, ...subject })
    : await review(run, 'selfsubjectaccessreviews', 'SelfSubjectAccessReview', asked);
  const isAllowed = at(found, 'status.allowed') === true;
  const why = [text(found, 'status.reason'), text(found, 'status.evaluationError')].filter((one) => one !== '');
  if (!flags.is('quiet')) run.out(isAllowed ? 'yes\n' : `no${why.map((one) => ` - ${one}`).join('')}\n`);
  if (!isAllowed) throw new KubectlError('', 1);
}

async function whoAmI(run: Run): Promise<void> {
  const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' };
  const found = await run.api.ask('/apis/authentication.k8s.io/v1/selfsubjectreviews', { method: 'POST', body });
  const printer = printerFor(run.flags.value('output'), { headers: true, showManaged: false });
  if (printer) {
    const item = asItem(found);
    run.out(printer(item, listOf([item]).items));
    return;
  }
  const [user, uid, groups] = [
    text(found, 'status.userInfo.username'),
    text(found, 'status.userInfo.uid'),
    texts(found, 'status.userInfo.groups'),
  ];
  const lines = [
    'ATTRIBUTE\tVALUE',
    ...(user === '' ? [] : [`Username\t${user}`]),
    ...(uid === '' ? [] : [`UID\t${uid}`]),
    ...(groups.length === 0 ? [] : [`Groups\t${goText(groups)}`]),
  ];
  run.out(`${lineUp(lines.join('\n'), GET)}\n`);
}

export const AUTH_COMMAND: Command = {
  name: 'auth',
  short: 'Inspect authorization',
  children: [
    {
      name: 'can-i',
      short: 'Check whether an action is allowed',
      flags: [
        { name: 'all-namespaces', short: 'A', type: 'bool' },
        { name: 'quiet', short: 'q', type: 'bool' },
        { name: 'list', type: 'bool' },
        { name: 'no-headers', type: 'bool' },
        { name: 'subresource', type: 'value' },
      ],
      run: canI,
    },
    { name: 'whoami', short: 'Experimental: Check self subject attributes', flags: OUTPUT, run: whoAmI },
  ],
};
