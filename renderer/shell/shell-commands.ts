import { syncEverything } from '../podcasts/actions.ts'
import { type Command, registerCommands } from './commands.ts'
import { showFront, useFrontPane } from './front-pane.ts'
import { layoutNow } from './layout.ts'
import { goTo } from './open.ts'
import { openDialog } from './open-dialog.ts'
import { type Place, placeNames, places } from './places.ts'

const placeKeys: Readonly<Record<Place, string>> = {
  library: 'g l',
  'up-next': 'g u',
  highlights: 'g h',
  notes: 'g n',
  tracker: 'g y',
  topics: 'g t',
  downloads: 'g d',
  requests: 'g r',
  figures: 'g f',
  settings: 'g s',
}

export function registerShellCommands(): void {
  registerCommands([
    ...places.map((place) => toPlace(place, placeKeys[place])),
    {
      id: 'back-to-list',
      label: 'Back to the list',
      group: 'Places',
      keys: 'escape',
      available: () => layoutNow() === 'one' && useFrontPane.getState().front === 'episode',
      run: () => showFront('place'),
    },
    {
      id: 'add-podcast',
      label: 'Add podcast',
      group: 'Library',
      keys: null,
      run: () => openDialog({ kind: 'add-podcast' }),
    },
    {
      id: 'dossier',
      label: 'Open a topic dossier',
      group: 'Library',
      keys: 'g o',
      run: () => openDialog({ kind: 'choose-topic' }),
    },
    {
      id: 'sync',
      label: 'Sync all podcasts',
      group: 'Library',
      keys: null,
      run: () => void syncEverything(),
    },
    {
      id: 'palette',
      label: 'Find a command or a place',
      group: 'App',
      keys: 'mod+k',
      whileTyping: true,
      run: () => openDialog({ kind: 'palette' }),
    },
    { id: 'keys', label: 'Show the keys', group: 'App', keys: '?', run: () => openDialog({ kind: 'keys' }) },
  ])
}

function toPlace(place: Place, keys: string): Command {
  return {
    // The application menu names Settings by this id too.
    id: place,
    label: `Go to ${placeNames[place]}`,
    group: 'Places',
    keys,
    run: () => goTo(place),
  }
}
