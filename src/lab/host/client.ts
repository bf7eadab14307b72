export type { ContainerPlace, LabClient } from '../../core/lab.ts';
