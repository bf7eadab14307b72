import { createHash } from 'node:crypto';
import { CATALOGUE } from './catalogue/catalogue.ts';
import { COMMON_FILES } from './catalogue/files.ts';
import type { ImageRow } from './catalogue/row.ts';
import type { Image, Images, Machine } from './machine.ts';
import { createBox, type Failed } from './process/box.ts';
import { createBudget } from './process/budget.ts';
import type { Program } from './process/process.ts';
import { startProcess } from './process/start.ts';
import { createFind } from './programs/find.ts';
import { parseReference, pullError } from './reference.ts';
import { curl } from './tools/curl.ts';
import { BUSYBOX, DEBIAN } from './tools/kits.ts';

/** Steps a simulated second of all containers of a lab together, and how many they may take after a rest. */
const [STEPS, MOST] = [4000, 40_000];

const ROWS: ReadonlyMap<string, ImageRow> = new Map(
  CATALOGUE.flatMap((row) => row.names.map((name) => [name, row] as const)),
);
const made = new Map<string, Image>();

const digestOf = (repository: string, tag: string): string =>
  `sha256:${createHash('sha256').update(`${repository}:${tag}`).digest('hex')}`;

function imageOf(row: ImageRow, repository: string, tag: string): Image {
  const key = `${repository}:${tag}`;
  const known = made.get(key);
  if (known) return known;
  const image: Image = {
    name: repository.replace(/^docker\.io\/(?:library\/)?/, ''),
    tag,
    repository,
    digest: digestOf(repository, tag),
    size: Math.round(row.size),
    entrypoint: typeof row.entrypoint === 'function' ? row.entrypoint(tag) : (row.entrypoint ?? []),
    command: row.command ?? [],
    env: row.env ?? {},
    folder: row.folder ?? '/',
    user: row.user ?? 0,
    ports: row.ports ?? [],
    stopSignal: row.stopSignal ?? 'TERM',
    files: row.kit === 'none' ? (row.files?.(tag) ?? {}) : { ...COMMON_FILES, ...row.files?.(tag) },
  };
  made.set(key, image);
  return image;
}

/** The image that a manifest names. */
export function findImage(text: string): Image | undefined {
  const reference = parseReference(text);
  if (!reference) return undefined;
  const repository = `${reference.registry}/${reference.path}`;
  const row = ROWS.get(repository);
  if (!row) return undefined;
  const { digest } = reference;
  const tag =
    digest === undefined
      ? (reference.tag ?? 'latest')
      : // Digests here are our own: that of a real image, beside a tag, is believed.
        (row.tags.find((each) => digestOf(repository, each) === digest) ?? reference.tag);
  return tag !== undefined && row.tags.includes(tag) ? imageOf(row, repository, tag) : undefined;
}

const programs = new WeakMap<Image, Readonly<Record<string, Program>>>();

/** The programs of an image, by name. */
function programsOf(image: Image): Readonly<Record<string, Program>> {
  const known = programs.get(image);
  if (known) return known;
  const row = ROWS.get(image.repository);
  const kit = typeof row?.kit === 'function' ? row.kit(image.tag) : row?.kit;
  const all: Record<string, Program> = Object.assign(
    Object.create(null),
    kit === 'busybox' ? BUSYBOX : kit === 'debian' ? DEBIAN : {},
    image.name.includes('curl') ? { curl } : {},
    row?.programs?.(image.tag),
  );
  programs.set(image, all);
  return all;
}

/** The images of one lab: what runs in its containers shares one budget of steps. */
export function createImages(failed: Failed): Images {
  const budget = createBudget(STEPS, MOST);
  const boxes = new WeakMap<Machine, ReturnType<typeof createBox>>();
  return {
    find: findImage,
    refusal(text) {
      const reference = parseReference(text);
      if (!reference) {
        const why = /[A-Z]/.test(text.split(/[:@]/)[0] ?? '') ? 'repository name must be lowercase' : undefined;
        return {
          reason: 'InvalidImageName',
          message: `Failed to apply default image tag "${text}": couldn't parse image name "${text}": invalid reference format${why ? `: ${why}` : ''}`,
        };
      }
      return {
        reason: 'ErrImagePull',
        message: pullError(reference, ROWS.has(`${reference.registry}/${reference.path}`)),
      };
    },
    whyNot(machine, image, name) {
      const found = createFind(machine, programsOf(image))(name, machine.folder, machine.env.PATH ?? image.env.PATH);
      if (found === 'denied')
        return `exec: "${name}": ${machine.files.isFolder(name) ? 'is a directory' : 'permission denied'}`;
      return `exec: "${name}": ${name.includes('/') ? `stat ${name}: no such file or directory` : 'executable file not found in $PATH'}`;
    },
    start(machine, image, argv, terminal, isTty) {
      let box = boxes.get(machine);
      if (!box) {
        box = createBox(machine, image, budget, createFind(machine, programsOf(image)), failed);
        boxes.set(machine, box);
      }
      const [name] = argv;
      const program =
        name === undefined ? undefined : box.find(name, machine.folder, machine.env.PATH ?? image.env.PATH);
      return typeof program === 'function' ? startProcess(box, machine, program, argv, terminal, isTty) : undefined;
    },
  };
}
