export interface Logged {
  level: 'error' | 'warn' | 'info';
  fields: object;
  message: string;
}
