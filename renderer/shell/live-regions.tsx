import { useAnnouncements } from './announce.ts'

/** There from the start, since a region that appears together with its text is not read out. */
export function LiveRegions() {
  const polite = useAnnouncements((state) => state.polite)
  const urgent = useAnnouncements((state) => state.urgent)
  return (
    <>
      <div role="status" aria-live="polite" aria-label="Announcements" className="visually-hidden">
        <span key={polite.count}>{polite.text}</span>
      </div>
      <div aria-live="assertive" className="visually-hidden">
        <span key={urgent.count}>{urgent.text}</span>
      </div>
    </>
  )
}
