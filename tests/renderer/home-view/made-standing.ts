import type { HomeStanding } from '../../../shared/kept/home.ts'

export function madeStanding(more: Partial<HomeStanding> = {}): HomeStanding {
  return {
    homeId: '0195a000-0000-7000-8000-00000000000a',
    folder: '/home/ada/.config/earmark/home',
    isDefault: true,
    lastNumber: 12,
    bytes: 4800,
    lastWrittenAt: '2026-03-02T09:30:00.000Z',
    lastSnapshotAt: null,
    snapshots: 0,
    trouble: null,
    lastCheck: null,
    ...more,
  }
}
