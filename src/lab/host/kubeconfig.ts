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
    // Some clients take an address without TLS only where they are told not to ask for it.
    ...(server.startsWith('http:') ? ['    insecure-skip-tls-verify: true'] : []),
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
