/** What every object of Kubernetes' API has in common. Objects in the store are never changed: a change is a new one. */

export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

export interface ManagedFields {
  manager: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  time?: string;
  fieldsType: 'FieldsV1';
  fieldsV1: Record<string, unknown>;
  subresource?: string;
}

export interface Meta {
  name: string;
  namespace?: string;
  generateName?: string;
  uid: string;
  /** Digits; grows with each change in the cluster. */
  resourceVersion: string;
  generation?: number;
  creationTimestamp: string;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
  finalizers?: string[];
  managedFields?: ManagedFields[];
}

export interface Thing {
  apiVersion: string;
  kind: string;
  metadata: Meta;
}

/** Seconds are all that Kubernetes writes (`metav1.Time`). */
export const timeText = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** With microseconds (`metav1.MicroTime`). */
export const microTimeText = (ms: number): string => new Date(ms).toISOString().replace('Z', '000Z');

/** Is this the object's controller? */
export const isOwnedBy = (object: Thing, owner: Thing): boolean => controllerOf(object)?.uid === owner.metadata.uid;

export const controllerOf = ({ metadata }: Thing): OwnerReference | undefined =>
  metadata.ownerReferences?.find(({ controller }) => controller === true);

/** What makes an object the controller of another. */
export const ownedBy = ({ apiVersion, kind, metadata: { name, uid } }: Thing): OwnerReference[] => [
  { apiVersion, kind, name, uid, controller: true, blockOwnerDeletion: true },
];

export const isLeaving = ({ metadata }: Thing): boolean => metadata.deletionTimestamp !== undefined;
