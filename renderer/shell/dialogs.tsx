import { ImportDialog } from '../archive/import-dialog.tsx'
import { FoundChaptersDialog } from '../chapter-search/found-chapters-dialog.tsx'
import { ChooseTopicDialog } from '../dossier/choose-topic-dialog.tsx'
import { SnapshotsDialog } from '../home-view/snapshots-dialog.tsx'
import { ImportNotesDialog } from '../imports/import-notes-dialog.tsx'
import { ImportPodcastsDialog } from '../imports/import-podcasts-dialog.tsx'
import { PaletteDialog } from '../palette/palette-dialog.tsx'
import { AddPodcastDialog } from '../podcasts/add-podcast-dialog.tsx'
import { PodcastDetailsDialog } from '../podcasts/podcast-details-dialog.tsx'
import { RemovePodcastDialog } from '../podcasts/remove-podcast-dialog.tsx'
import { ListNameDialog } from '../smart-lists/list-name-dialog.tsx'
import { LikelyTopicsDialog } from '../topics/likely-topics-dialog.tsx'
import { TopicNamesDialog } from '../topics/topic-names-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { useOpenDialog } from './open-dialog.ts'

export function Dialogs() {
  const dialog = useOpenDialog((state) => state.dialog)
  if (dialog === null) return null
  switch (dialog.kind) {
    case 'add-podcast':
      return <AddPodcastDialog />
    case 'podcast-details':
      return <PodcastDetailsDialog podcastSlug={dialog.podcastSlug} />
    case 'remove-podcast':
      return <RemovePodcastDialog podcastSlug={dialog.podcastSlug} />
    case 'find-chapters':
      return <FoundChaptersDialog query={dialog.query} />
    case 'choose-topic':
      return <ChooseTopicDialog />
    case 'palette':
      return <PaletteDialog />
    case 'topic-names':
      return <TopicNamesDialog topic={dialog.topic} />
    case 'likely-topics':
      return <LikelyTopicsDialog />
    case 'list-name':
      return <ListNameDialog list={dialog.list} />
    case 'keys':
      return <KeysDialog />
    case 'snapshots':
      return <SnapshotsDialog />
    case 'import-archive':
      return <ImportDialog />
    case 'import-notes':
      return <ImportNotesDialog />
    case 'import-podcasts':
      return <ImportPodcastsDialog />
  }
}
