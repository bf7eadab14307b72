import { dig, type Spot } from '../spot.ts';
import { yamlOf } from './yaml.ts';

const TEMPLATE =
  'template:\n  metadata:\n    labels:\n      app: web\n  spec:\n    containers:\n      - name: web\n        image: nginx:1.27';
const BACKEND = 'backend:\n  service:\n    name: web\n    port:\n      number: 80';
const JOB =
  'template:\n  spec:\n    restartPolicy: Never\n    containers:\n      - name: job\n        image: busybox:1.36';
const MODES = 'accessModes:\n  - ReadWriteOnce';

/** `Type.field` -> lines that could stand there. */
const EXAMPLES: Readonly<Record<string, string>> = {
  'V1ConfigMapKeySelector.key': 'key: LOG_LEVEL',
  'V1Container.image': 'image: nginx:1.27',
  'V1Container.name': 'name: web',
  'V1ContainerPort.containerPort': 'containerPort: 80',
  'V1CronJobSpec.jobTemplate': `jobTemplate:\n  spec:\n${JOB.replace(/^/gm, '    ')}`,
  'V1CronJobSpec.schedule': 'schedule: "0 3 * * *"',
  'V1DaemonSetSpec.template': TEMPLATE,
  'V1DeploymentSpec.template': TEMPLATE,
  'V1EnvVar.name': 'name: MODE',
  'V1GRPCAction.port': 'port: 50051',
  'V1HTTPGetAction.port': 'port: 80',
  'V1HTTPIngressPath.backend': BACKEND,
  'V1HTTPIngressPath.pathType': 'pathType: Prefix',
  'V1IngressServiceBackend.name': 'name: web',
  'V1IngressServiceBackend.port': 'port:\n  number: 80',
  'V1JobSpec.template': JOB,
  'V1PersistentVolumeClaimSpec.accessModes': MODES,
  'V1PersistentVolumeClaimSpec.resources': 'resources:\n  requests:\n    storage: 1Gi',
  'V1PersistentVolumeSpec.accessModes': MODES,
  'V1PersistentVolumeSpec.capacity': 'capacity:\n  storage: 1Gi',
  'V1PodAffinityTerm.topologyKey': 'topologyKey: kubernetes.io/hostname',
  'V1PodSpec.containers': 'containers:\n  - name: web\n    image: nginx:1.27',
  'V1PolicyRule.verbs': 'verbs: ["get", "list", "watch"]',
  'V1ReplicaSetSpec.template': TEMPLATE,
  'V1SecretKeySelector.key': 'key: password',
  'V1ServicePort.port': 'port: 80',
  'V1StatefulSetSpec.template': TEMPLATE,
  'V1TCPSocketAction.port': 'port: 80',
  'V1Volume.name': 'name: data',
  'V1VolumeMount.mountPath': 'mountPath: /data',
  'V1VolumeMount.name': 'name: data',
  'V2HorizontalPodAutoscalerSpec.maxReplicas': 'maxReplicas: 5',
  'V2HorizontalPodAutoscalerSpec.scaleTargetRef':
    'scaleTargetRef:\n  apiVersion: apps/v1\n  kind: Deployment\n  name: web',
};

/** Lines for a field that is missing; undefined where nothing usual could stand there. */
export function exampleOf(type: string, field: string, spot: Spot): string | undefined {
  if (field !== 'selector') return EXAMPLES[`${type}.${field}`];
  // A selector has the labels of its own template.
  const labels = dig(spot, 'template', 'metadata', 'labels');
  const lines = labels && yamlOf('matchLabels', labels.node);
  return `selector:\n${(lines ?? 'matchLabels:\n  app: web').replace(/^/gm, '  ')}`;
}
