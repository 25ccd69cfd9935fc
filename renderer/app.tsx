import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import styles from './app.module.css'
import { TroubleBanner } from './home-view/trouble-banner.tsx'
import { DropFiles } from './imports/drop-files.tsx'
import { addNoteHere } from './notes/actions.ts'
import { ManyNotesBanner } from './notes/many-notes-banner.tsx'
import { PlayerBar } from './player/player-bar.tsx'
import { Dialogs } from './shell/dialogs.tsx'
import { FaultBoundary } from './shell/fault-boundary.tsx'
import { LiveRegions } from './shell/live-regions.tsx'
import { Notices } from './shell/notices.tsx'
import { OfflineBanner } from './shell/offline-banner.tsx'
import { Panes } from './shell/panes.tsx'

export function App() {
  return (
    <FaultBoundary about="app">
      <Router hook={useHashLocation}>
        <div className={styles.app}>
          <div>
            <TroubleBanner />
            <OfflineBanner />
            <ManyNotesBanner />
          </div>
          <Panes />
          <FaultBoundary about="player">
            <PlayerBar onAddNote={addNoteHere} />
          </FaultBoundary>
        </div>
        <Dialogs />
        <DropFiles />
        <Notices />
        <LiveRegions />
      </Router>
    </FaultBoundary>
  )
}
