import type { SecondHome } from '../../../../electron/journal/second-home.ts'
import { failure } from '../../../../shared/result.ts'

const none = failure('second-home', 'This Earmark was built without a second home, to be measured.')

/** Stands where `electron/journal/second-home.ts` does, in an app that has none. */
export async function openSecondHome(): Promise<SecondHome> {
  return {
    append: async () => none,
    read: async () => none,
    snapshots: async () => none,
    snapshotRows: async () => none,
    takeSnapshot: async () => none,
    row: async () => none,
    standing: async () => ({
      homeId: null,
      folder: '',
      isDefault: true,
      lastNumber: 0,
      bytes: 0,
      lastWrittenAt: null,
      lastSnapshotAt: null,
      snapshots: 0,
      trouble: null,
      lastCheck: null,
    }),
    state: () => ({ homeId: null, lastNumber: 0, trouble: null, writing: null, tornBytes: 0 }),
    check: async () => none,
    retry: async () => none,
    move: async () => none,
    keepHere: async () => none,
    onChange: () => {},
    close: async () => {},
  }
}
