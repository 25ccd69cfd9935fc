import { type Announcement, useAnnouncements } from './announce.ts'

/** There from the start, since a region that appears together with its text is not read out. */
export function LiveRegions() {
  const polite = useAnnouncements((state) => state.polite)
  const urgent = useAnnouncements((state) => state.urgent)
  return (
    <>
      <LiveRegion urgency="polite" label="Announcements" announcements={polite} />
      <LiveRegion urgency="assertive" label="Urgent announcements" announcements={urgent} />
    </>
  )
}

type LiveRegionProps = {
  urgency: 'polite' | 'assertive'
  label: string
  announcements: readonly Announcement[]
}

/** A log and no `status` or `alert`: of those all is read out again when something is added. */
export function LiveRegion({ urgency, label, announcements }: LiveRegionProps) {
  return (
    <div role="log" aria-live={urgency} aria-atomic={false} aria-label={label} className="visually-hidden">
      {announcements.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  )
}
