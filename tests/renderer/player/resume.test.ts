import { describe, expect, it } from 'vitest'
import type { ListeningRow } from '../../../renderer/db/rows.ts'
import { resumePosition } from '../../../renderer/player/resume.ts'

function listening(changed: Partial<ListeningRow>): ListeningRow {
  return {
    episodeId: 'night-shift/queues',
    positionSeconds: 1280,
    durationSeconds: 2000,
    heardAtMs: 1,
    finishedAt: null,
    ...changed,
  }
}

describe('where an episode goes on', () => {
  it('is its beginning when it was never heard', () => {
    expect(resumePosition(undefined)).toBe(0)
  })

  it('is where it was left, also close to the end', () => {
    expect(resumePosition(listening({}))).toBe(1280)
    expect(resumePosition(listening({ positionSeconds: 1998 }))).toBe(1998)
  })

  it('is its beginning again once it was finished', () => {
    expect(resumePosition(listening({ positionSeconds: 2000, finishedAt: '2026-03-04T10:00:00.000Z' }))).toBe(
      0,
    )
  })

  it('is where it was left when it is heard a second time', () => {
    expect(resumePosition(listening({ finishedAt: '2026-03-04T10:00:00.000Z' }))).toBe(1280)
  })
})
