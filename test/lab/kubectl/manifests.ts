/** What the lines of the test are tried on. */
export const WEB = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: {app: web}
  annotations:
    note: |
      two lines
      of a note
    on: "yes"
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - name: app
        image: nginx:1.27
        ports:
        - containerPort: 80
        env:
        - {name: A, value: "1"}
        - name: POD
          valueFrom: {fieldRef: {fieldPath: metadata.name}}
        - name: S
          valueFrom: {secretKeyRef: {name: s, key: k, optional: true}}
        resources:
          requests: {cpu: 100m, memory: 64Mi}
          limits: {memory: 128Mi}
        readinessProbe:
          httpGet: {path: /, port: 80}
        volumeMounts:
        - {name: v, mountPath: /data}
      volumes:
      - name: v
        emptyDir: {}
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: {app: web}
  ports:
  - port: 80
`;

export const CONFIG = `apiVersion: v1
kind: ConfigMap
metadata:
  name: c
data:
  a: "1"
  b: |
    x=1
    y=2
  long: a text that is longer than the eighty columns after which the printer of YAML begins a new line, at a space
---
apiVersion: v1
kind: Secret
metadata: {name: s}
stringData: {k: hello}
`;

export const MORE = `${CONFIG}---
apiVersion: v1
kind: Pod
metadata: {name: bad, labels: {app: bad}}
spec:
  containers:
  - {name: a, image: "busybox:1.36", command: [sh, -c, "echo hi; sleep 3600"]}
  - {name: b, image: "nothing:never"}
`;

/** Two documents that are wrong, and one that is right. */
export const WRONG = `kind: Pod
metadata: {name: x}
---
apiVersion: v1
kind: Pod
metadata: {name: bad}
spec:
  containrs: []
---
apiVersion: v1
kind: ConfigMap
metadata: {name: right}
`;

export const NO_YAML = 'apiVersion: v1\nkind: Pod\n  metadata: x\n';
