import { create } from 'zustand'
import type { Download } from '../../shared/models/download.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { Problem } from '../../shared/result.ts'
import { call, listen } from '../bridge.ts'
import { tellEnds } from './tell-ends.ts'

type DownloadsState = {
  /** `null` until the main process has told. */
  downloads: readonly Download[] | null
  /** Why they could not be listed. */
  problem: Problem | null
}

/** The downloads as the main process keeps them. */
export const useDownloads = create<DownloadsState>(() => ({ downloads: null, problem: null }))

export function useDownloadOf(episodeId: EpisodeId): Download | null {
  return useDownloads(
    ({ downloads }) => downloads?.find((download) => download.episodeId === episodeId) ?? null,
  )
}

/** Begins to follow the downloads. Called once, in start.tsx. */
export async function startDownloads(): Promise<void> {
  listen('downloads.changed', (downloads) => {
    tellEnds(useDownloads.getState().downloads ?? [], downloads)
    useDownloads.setState({ downloads, problem: null })
  })
  await listDownloads()
}

export async function listDownloads(): Promise<void> {
  const listed = await call('downloads.list', null)
  if (listed.ok) useDownloads.setState({ downloads: listed.value, problem: null })
  // What an event told meanwhile is newer than a failure to list.
  else if (useDownloads.getState().downloads === null) useDownloads.setState({ problem: listed.problem })
}
