export type DiskRefusal = 'full' | 'read-only' | 'forbidden' | 'missing' | 'failing'

/** By the system's codes. Whatever is not in here is no refusal of the disk. */
const refusals: ReadonlyMap<string, DiskRefusal> = new Map([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'forbidden'],
  ['EPERM', 'forbidden'],
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'missing'],
  ['ENODEV', 'missing'],
  ['ENXIO', 'missing'],
  ['ESTALE', 'missing'],
  ['EIO', 'failing'],
  ['EBUSY', 'failing'],
  ['EEXIST', 'failing'],
  ['EFBIG', 'failing'],
  ['EISDIR', 'failing'],
  ['EMFILE', 'failing'],
  ['ENAMETOOLONG', 'failing'],
  ['ENFILE', 'failing'],
  ['ENOTEMPTY', 'failing'],
])

/** Why the disk did not do what it was told; `null` for any other error. */
export function diskRefusalOf(error: unknown): DiskRefusal | null {
  return refusals.get(systemCodeOf(error) ?? '') ?? null
}

/** `null` for an error that has none. */
export function systemCodeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
