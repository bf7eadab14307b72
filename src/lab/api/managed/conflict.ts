import { ApiError, type Resource } from '../../engine/errors.ts';

export interface Conflict {
  /** What owns the field, as it is told: `"kubectl" using apps/v1`. */
  manager: string;
  paths: readonly string[];
}

/** What an apply is refused with that would change fields of others (apimachinery, managedfields/internal/conflict.go). */
export function applyConflict({ group, plural }: Resource, name: string, conflicts: readonly Conflict[]): ApiError {
  const count = conflicts.reduce((sum, { paths }) => sum + paths.length, 0);
  const [first] = conflicts;
  const said =
    count === 1
      ? `Apply failed with 1 conflict: conflict with ${first?.manager}: ${first?.paths[0]}`
      : `Apply failed with ${count} conflicts: ${conflicts
          .toSorted((one, other) => (one.manager < other.manager ? -1 : 1))
          .flatMap(({ manager, paths }) => [`conflicts with ${manager}:`, ...paths.map((path) => `- ${path}`)])
          .join('\n')}`;
  const causes = conflicts.flatMap(({ manager, paths }) =>
    paths.map((field) => ({ reason: 'FieldManagerConflict', message: `conflict with ${manager}`, field })),
  );
  return new ApiError(409, 'Conflict', said, { name, ...(group === '' ? {} : { group }), kind: plural, causes });
}
