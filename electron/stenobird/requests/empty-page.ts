import type { PulledPage } from '../../../shared/models/sync.ts'

export const emptyPage: PulledPage = {
  unchanged: false,
  podcast: null,
  episodes: [],
  unchangedSlugs: [],
  broken: [],
  nextCursor: null,
  validator: null,
  path: 'api',
  expectedEpisodes: null,
  servedAt: null,
  freshForSeconds: null,
}
