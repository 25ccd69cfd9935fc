import { serviceLeewayMs } from '../../shared/models/sync.ts'

/**
 * The newest instant up to which a pass that begins with a page can vouch for every change. Later pages are read later:
 * what they show to have changed after this instant says nothing of an episode that changed in between on a page
 * that had gone by. Without the service's own clock, what its first page shows is all that is certain, unless it lies in
 * the future by our clock: asked from there, the service would have nothing to tell. Instants are ISO 8601 UTC.
 */
export function passCeiling(
  servedAt: string | null,
  newestOnFirstPage: string | null,
  nowIso: string,
): string | null {
  if (servedAt === null) return earlier(newestOnFirstPage, nowIso)
  return new Date(Date.parse(servedAt) - serviceLeewayMs).toISOString()
}

/** From where the next pass asks: never before the last one's, never past what this one can vouch for. */
export function nextUpdatedSince(
  before: string | null,
  newestSeen: string | null,
  ceiling: string | null,
): string | null {
  return newest([before, earlier(newestSeen, ceiling)])
}

/** By the instant they name, since "…:00Z" and "…:00.5Z" do not sort as text. */
export function newest(instants: readonly (string | null)[]): string | null {
  return instants.reduce((latest, instant) => {
    if (instant === null) return latest
    return latest === null || Date.parse(instant) > Date.parse(latest) ? instant : latest
  }, null)
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return null
  return Date.parse(one) < Date.parse(other) ? one : other
}
