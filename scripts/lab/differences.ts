/** What is otherwise in a lab than in Kubernetes, by section of docs/lab.md. Whoever mends one takes its line out. */
export const DIFFERENCES = {
  api: [
    'No custom resources, no API aggregation, no webhooks, no certificates, no `componentstatuses`, no `nodes/proxy`.',
    '`/openapi/v2` is an empty document; `explain` tells fields in words of our own.',
    'What a client may grant to others is not held against its own rights.',
    'Tokens of ServiceAccounts are unsigned; the lab is reached by its secret address. kubectl’s user is the administrator.',
    'Fields that controllers set belong to nobody in `managedFields`, but for an autoscaler’s replicas.',
    'Duplicate keys are found in JSON alone, and several mistakes of one object may come in another order.',
    'Namespaces enforce PodSecurity standards; their labels `warn` and `audit` say nothing.',
  ],
  pods: [
    'Images are a list (`/lab images`); others end in `ErrImagePull`. Nothing of an image runs: programs are imitated.',
    'Logs and files of containers are gone when a lab comes back from rest; what claims hold stays.',
    'A `grpc` probe takes an open port for healthy.',
    'Nodes evict nothing where memory becomes scarce; a container beyond what its node has is ended by it.',
    'Permissions of files are not held against users other than root.',
    'Pods cannot be resized in place.',
  ],
  scheduling: ['Preemption does not look at disruption budgets. A node that was deleted does not register again.'],
  workloads: ['How often a Job or an autoscaler has tried is forgotten when a lab comes back from rest.'],
  network: [
    'Addresses outside the cluster are not there. A LoadBalancer has an address of its own after three seconds.',
    'Names are answered also where CoreDNS is deleted. An Ingress is served once its controller is installed: ingress-nginx, by its own manifests, without its webhook and without TLS.',
    'Ports that are forwarded speak HTTP.',
  ],
  storage: ['Claims are folders of text; their size is not held. There are no snapshots of volumes.'],
  shell: [
    'awk chooses lines and prints fields; sed knows s, d, p, q, a, i, c and =. No TLS.',
    'python, node and perl run no code, databases other than Redis no queries.',
    '`kubectl cp` carries files up to about 256 kB.',
  ],
  chat: [
    '`/kubectl` has no `edit`, `port-forward`, `cp` or `attach`: it says what does the same. `-w` and `-f` show what is there now.',
  ],
} as const;
