import { beforeEach, expect, test } from 'vitest'
import { tellEnds } from '../../../renderer/downloads/tell-ends.ts'
import { useAnnouncements } from '../../../renderer/shell/announce.ts'
import type { Download } from '../../../shared/models/download.ts'

const at = (state: Download['state'], problem: string | null = null): Download => ({
  episodeId: 'night/a',
  title: 'Queues',
  state,
  receivedBytes: 1,
  totalBytes: 2,
  problem,
  createdAt: '2026-03-04T10:00:00.000Z',
  askedBy: 'person',
  bytesPerSecond: null,
})
const said = () => {
  const { polite, urgent } = useAnnouncements.getState()
  return [...polite, ...urgent].map(({ text }) => text)
}

beforeEach(() => useAnnouncements.setState({ polite: [], urgent: [] }))

test('says once that a download came to its end, and why it did not', () => {
  tellEnds([at('running')], [at('complete')])
  tellEnds([at('complete')], [at('complete')])
  expect(said()).toEqual(['Queues is on this computer'])
  tellEnds([at('queued')], [at('failed', 'The disk is full.')])
  expect(said().at(-1)).toBe('Queues was not downloaded. The disk is full.')
})

test('says nothing of what was so before, or goes on', () => {
  tellEnds([], [at('complete')])
  tellEnds([at('queued')], [at('running')])
  tellEnds([at('running')], [at('paused')])
  expect(said()).toEqual([])
})
