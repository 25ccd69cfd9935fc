import { Redirect, Route, Switch } from 'wouter'
import { DossierView } from './dossier/dossier-view.tsx'
import { DownloadsView } from './downloads/downloads-view.tsx'
import { ExportView } from './exports/export-view.tsx'
import { FiguresView } from './figures/figures-view.tsx'
import { HighlightsView } from './highlights/highlights-view.tsx'
import { ImportView } from './imports/import-view.tsx'
import { LibraryView } from './library/library-view.tsx'
import { NotesView } from './notes/notes-view.tsx'
import { RequestsView } from './outbox/requests-view.tsx'
import { UpNextView } from './player/up-next-view.tsx'
import { SettingsView } from './settings/settings-view.tsx'
import { SmartListView } from './smart-lists/smart-list-view.tsx'
import { TopicsView } from './topics/topics-view.tsx'
import { TrackerView } from './tracker/tracker-view.tsx'

/** What the second pane shows, by the address after the `#`. */
export function Routes() {
  return (
    <Switch>
      <Route path="/library">
        <LibraryView podcastSlug={null} />
      </Route>
      <Route path="/library/podcast/:slug">{({ slug }) => <LibraryView podcastSlug={slug} />}</Route>
      <Route path="/library/list/:id">{({ id }) => <SmartListView id={id} />}</Route>
      <Route path="/up-next" component={UpNextView} />
      <Route path="/highlights/:choice?">
        <HighlightsView />
      </Route>
      <Route path="/notes" component={NotesView} />
      <Route path="/tracker" component={TrackerView} />
      <Route path="/topics" component={TopicsView} />
      <Route path="/topics/:topic" component={DossierView} />
      <Route path="/downloads" component={DownloadsView} />
      <Route path="/requests" component={RequestsView} />
      <Route path="/figures" component={FiguresView} />
      <Route path="/export" component={ExportView} />
      <Route path="/import" component={ImportView} />
      <Route path="/settings" component={SettingsView} />
      <Route>
        <Redirect to="/library" replace />
      </Route>
    </Switch>
  )
}
