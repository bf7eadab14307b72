import { quotedWhere } from '../schema/yaml.ts';
import type { ComposeService } from './compose.ts';

/** The objects that do in Kubernetes what a service of Docker Compose does. */
export function manifestOf({ name, image, port = 80 }: ComposeService): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
        - name: ${name}
          image: ${quotedWhere(image ?? `my-registry/${name}:1.0`)}
          ports:
            - containerPort: ${port}
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector:
    app: ${name}
  ports:
    - port: ${port}`;
}
