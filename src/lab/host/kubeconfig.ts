/** A kubeconfig whose only cluster is a lab. The address is its secret: over plain HTTP kubectl sends no token. */
export const kubeconfigOf = (server: string): string =>
  [
    'apiVersion: v1',
    'kind: Config',
    'current-context: lab',
    'clusters:',
    '- name: lab',
    '  cluster:',
    `    server: ${server}`,
    'contexts:',
    '- name: lab',
    '  context:',
    '    cluster: lab',
    '    user: student',
    '    namespace: default',
    'users:',
    '- name: student',
    '  user: {}',
    '',
  ].join('\n');
