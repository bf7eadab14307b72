import type { Admission } from '../engine/admission.ts';
import { jobSelector } from './admission/jobs.ts';
import { namespaceLifecycle } from './admission/namespaces.ts';
import { priority, tolerations } from './admission/pods.ts';
import { serviceAccount } from './admission/service-account.ts';
import { serviceAllocation } from './admission/services.ts';

/** In the order in which they have their say: the API server's own (kubeapiserver/options/plugins.go). */
export const ADMISSIONS: readonly Admission[] = [
  namespaceLifecycle,
  serviceAccount,
  priority,
  tolerations,
  serviceAllocation,
  jobSelector,
];
