import { EVENTS } from './core.ts';
import { type Row, row } from './row.ts';
import { AUTOSCALERS } from './workloads.ts';

/** Kinds whose objects are not stored: they are reckoned when a client asks. */
const asked = { verbs: ['create'] } as const;
const ACCESS = { group: 'authorization.k8s.io', version: 'v1', namespaced: false, ...asked } as const;
const measured = { group: 'metrics.k8s.io', version: 'v1beta1', verbs: ['get', 'list'] } as const;

export const REVIEWS: readonly Row[] = [
  row({
    ...{ group: 'authentication.k8s.io', version: 'v1', namespaced: false, ...asked },
    ...{ kind: 'SelfSubjectReview', plural: 'selfsubjectreviews', singular: 'selfsubjectreview' },
  }),
  row({
    ...ACCESS,
    ...{ kind: 'SelfSubjectAccessReview', plural: 'selfsubjectaccessreviews', singular: 'selfsubjectaccessreview' },
  }),
  row({
    ...ACCESS,
    ...{ kind: 'SelfSubjectRulesReview', plural: 'selfsubjectrulesreviews', singular: 'selfsubjectrulesreview' },
  }),
  row({
    ...ACCESS,
    ...{ kind: 'SubjectAccessReview', plural: 'subjectaccessreviews', singular: 'subjectaccessreview' },
  }),
  row({
    ...{ ...ACCESS, namespaced: true },
    kind: 'LocalSubjectAccessReview',
    ...{ plural: 'localsubjectaccessreviews', singular: 'localsubjectaccessreview' },
  }),
];

export const NODE_METRICS: Row = row({
  ...measured,
  kind: 'NodeMetrics',
  plural: 'nodes',
  singular: '',
  namespaced: false,
});
export const POD_METRICS: Row = row({
  ...measured,
  kind: 'PodMetrics',
  plural: 'pods',
  singular: '',
  namespaced: true,
});

/** Kinds that are stored in another version. */
export const AUTOSCALERS_V1: Row = {
  ...{ group: 'autoscaling', version: 'v1', kind: AUTOSCALERS.kind, plural: AUTOSCALERS.plural },
  ...{ singular: AUTOSCALERS.singular, short: ['hpa'], categories: ['all'], namespaced: true, parts: ['status'] },
};
export const NEW_EVENTS: Row = {
  ...{ group: 'events.k8s.io', version: 'v1', kind: EVENTS.kind, plural: EVENTS.plural },
  ...{ singular: EVENTS.singular, short: ['ev'], namespaced: true },
};

export const VIRTUAL: readonly Row[] = [...REVIEWS, NODE_METRICS, POD_METRICS, AUTOSCALERS_V1, NEW_EVENTS];
