import type { PulledPage, PullRequest } from '../../shared/models/sync.ts'

/** A page that is empty, or holds only what an earlier one held, can happen; so many on end lead nowhere. */
const mostPagesWithoutNews = 20

/** What a pass has asked and heard since it was begun, or gone on with. */
export type Trail = {
  /** Every page of the list is on it, from the first: what is not `listed` is not on the list. */
  readonly whole: boolean
  readonly listed: ReadonlySet<string>
  /** Listed under this podcast, but of another one. */
  readonly strangers: ReadonlySet<string>
  /** How many episodes the service counts; `null` when this pass was not told. */
  readonly toldCount: number | null
  follow: (request: PullRequest, page: PulledPage) => void
  /** Whether the list leads in circles, or nowhere, if this cursor is asked for next. */
  leadsNowhere: (cursor: string | null) => boolean
}

export function newTrail(): Trail {
  const cursors = new Set<string>()
  const listed = new Set<string>()
  const strangers = new Set<string>()
  let pagesWithoutNews = 0
  let whole = false
  let toldCount: number | null = null

  return {
    get whole() {
      return whole
    },
    listed,
    strangers,
    get toldCount() {
      return toldCount
    },
    follow: (request, page) => {
      if (request.cursor === null) {
        whole = !page.unchanged && (asksForAll(request) || listsAll(page))
        toldCount = page.podcast?.episodeCount ?? null
      } else cursors.add(request.cursor)
      const before = listed.size
      for (const { slug, podcastSlug } of page.episodes) {
        listed.add(slug)
        if (podcastSlug !== request.podcastSlug) strangers.add(slug)
      }
      for (const { slug } of page.broken) if (slug !== null) listed.add(slug)
      for (const slug of page.unchangedSlugs) listed.add(slug)
      pagesWithoutNews = listed.size > before ? 0 : pagesWithoutNews + 1
    },
    leadsNowhere: (cursor) =>
      (cursor !== null && cursors.has(cursor)) || pagesWithoutNews > mostPagesWithoutNews,
  }
}

/** Nothing was said of what is known already. */
function asksForAll({ updatedSince, validator }: PullRequest): boolean {
  return updatedSince === null && validator === null
}

/** These roads know no list of changes. */
function listsAll({ path }: PulledPage): boolean {
  return path === 'markdown-list' || path === 'guide'
}
