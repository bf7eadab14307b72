import { z } from 'zod';

/** What our manifests have: a field that is not named here is refused, as a slip that a cluster would. */
const LABELS = z.strictObject({ 'app.kubernetes.io/name': z.string() });
const METADATA = z.strictObject({ name: z.string(), namespace: z.string(), labels: LABELS });
const PORT = z.strictObject({ protocol: z.enum(['TCP', 'UDP']), port: z.union([z.string(), z.number()]) });
const REFERENCE = z.strictObject({ name: z.string() });
const AMOUNTS = z.strictObject({ cpu: z.string().optional(), memory: z.string() });
const PROBE = z.strictObject({
  httpGet: z.strictObject({ path: z.string(), port: z.string() }),
  periodSeconds: z.number(),
  timeoutSeconds: z.number().optional(),
  failureThreshold: z.number(),
});

const CONTAINER = z.strictObject({
  name: z.string(),
  image: z.string(),
  envFrom: z.tuple([z.strictObject({ secretRef: REFERENCE }), z.strictObject({ configMapRef: REFERENCE })]),
  env: z
    .array(
      z.strictObject({
        name: z.string(),
        valueFrom: z.strictObject({ secretKeyRef: z.strictObject({ name: z.string(), key: z.string() }) }),
      }),
    )
    .default([]),
  ports: z.tuple([z.strictObject({ name: z.string(), containerPort: z.number() })]),
  startupProbe: PROBE,
  livenessProbe: PROBE,
  readinessProbe: PROBE,
  resources: z.strictObject({ requests: AMOUNTS, limits: AMOUNTS }),
  securityContext: z.strictObject({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.strictObject({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  volumeMounts: z.array(z.strictObject({ name: z.string(), mountPath: z.string() })),
});

export const DEPLOYMENT = z.strictObject({
  apiVersion: z.literal('apps/v1'),
  kind: z.literal('Deployment'),
  metadata: METADATA,
  spec: z.strictObject({
    // Two gateways for one shard would answer everything twice.
    replicas: z.literal(1),
    strategy: z.strictObject({ type: z.literal('Recreate') }),
    selector: z.strictObject({ matchLabels: LABELS }),
    template: z.strictObject({
      metadata: z.strictObject({ labels: LABELS, annotations: z.record(z.string(), z.string()) }),
      spec: z.strictObject({
        automountServiceAccountToken: z.literal(false),
        enableServiceLinks: z.literal(false),
        terminationGracePeriodSeconds: z.number(),
        securityContext: z.strictObject({
          runAsNonRoot: z.literal(true),
          runAsUser: z.number(),
          runAsGroup: z.number(),
          fsGroup: z.number(),
          seccompProfile: z.strictObject({ type: z.literal('RuntimeDefault') }),
        }),
        containers: z.tuple([CONTAINER]),
        volumes: z.array(
          z.strictObject({
            name: z.string(),
            emptyDir: z.strictObject({ sizeLimit: z.string() }).optional(),
            persistentVolumeClaim: z.strictObject({ claimName: z.string() }).optional(),
          }),
        ),
      }),
    }),
  }),
});

export const SERVICE = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Service'),
  metadata: METADATA,
  spec: z.strictObject({
    selector: LABELS,
    ports: z.tuple([z.strictObject({ name: z.string(), port: z.number(), targetPort: z.string() })]),
  }),
});

export const POLICY = z.strictObject({
  apiVersion: z.literal('networking.k8s.io/v1'),
  kind: z.literal('NetworkPolicy'),
  metadata: METADATA,
  spec: z.strictObject({
    podSelector: z.strictObject({ matchLabels: LABELS }),
    policyTypes: z.tuple([z.literal('Ingress'), z.literal('Egress')]),
    ingress: z.array(z.strictObject({ ports: z.array(PORT) })),
    egress: z.array(z.strictObject({ ports: z.array(PORT) })),
  }),
});

export const INGRESS = z.strictObject({
  apiVersion: z.literal('networking.k8s.io/v1'),
  kind: z.literal('Ingress'),
  metadata: METADATA.extend({ annotations: z.record(z.string(), z.string()) }),
  spec: z.strictObject({
    ingressClassName: z.string(),
    tls: z.tuple([z.strictObject({ hosts: z.array(z.string()), secretName: z.string() })]),
    rules: z.tuple([
      z.strictObject({
        host: z.string(),
        http: z.strictObject({
          paths: z.tuple([
            z.strictObject({
              path: z.literal('/'),
              pathType: z.literal('Prefix'),
              backend: z.strictObject({
                service: z.strictObject({ name: z.string(), port: z.strictObject({ name: z.string() }) }),
              }),
            }),
          ]),
        }),
      }),
    ]),
  }),
});

export const CONFIG = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('ConfigMap'),
  metadata: METADATA,
  data: z.record(z.string(), z.string()),
});

export const CLAIM = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('PersistentVolumeClaim'),
  metadata: METADATA,
  spec: z.strictObject({
    accessModes: z.tuple([z.literal('ReadWriteOnce')]),
    resources: z.strictObject({ requests: z.strictObject({ storage: z.string() }) }),
  }),
});

export const NAMESPACE = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Namespace'),
  metadata: z.strictObject({ name: z.string(), labels: z.record(z.string(), z.string()) }),
});

export const SECRET = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Secret'),
  metadata: METADATA,
  stringData: z.record(z.string(), z.string()),
});
