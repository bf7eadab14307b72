import type { Admission } from '../engine/admission.ts';
import { claimResize, defaultStorageClass, storageProtection } from './admission/claims.ts';
import { daemonGeneration } from './admission/daemon-sets.ts';
import { jobSelector } from './admission/jobs.ts';
import { limitRanges } from './admission/limits.ts';
import { namespaceLifecycle } from './admission/namespaces.ts';
import { podSecurity } from './admission/pod-security.ts';
import { priority, tolerations } from './admission/pods.ts';
import { resourceQuota } from './admission/quota.ts';
import { serviceAccount } from './admission/service-account.ts';
import { serviceAllocation } from './admission/services.ts';

/** In the order in which they have their say: the API server's own (kubeapiserver/options/plugins.go). */
export const ADMISSIONS: readonly Admission[] = [
  namespaceLifecycle,
  limitRanges,
  serviceAccount,
  priority,
  tolerations,
  podSecurity,
  serviceAllocation,
  jobSelector,
  daemonGeneration,
  defaultStorageClass,
  storageProtection,
  claimResize,
  resourceQuota,
];
