import { listSmartLists } from '../db/smart-lists.ts'
import { watch } from '../db/watch.ts'
import { useLibraryFilter } from '../library/filter-store.ts'
import { wholeQuery } from '../narrowing/query-fields.ts'
import { type Command, registerCommands } from '../shell/commands.ts'
import { openDialog } from '../shell/open-dialog.ts'
import { goToSmartList } from './open-list.ts'

/** So many have keys: G, then 1 to 9. */
const mostWithKeys = 9

/** A way to each smart list for keys and palette, kept up with what lists there are. Called once, in start.tsx. */
export function startSmartLists(): void {
  registerCommands([saveList])
  let takeAway = () => {}
  watch(listSmartLists, (lists) => {
    takeAway()
    takeAway = registerCommands(
      lists.map(
        ({ id, name }, index): Command => ({
          id: `smart-list-${index + 1}`,
          label: `Go to ${name}`,
          group: 'Places',
          keys: index < mostWithKeys ? `g ${index + 1}` : null,
          run: () => goToSmartList(id),
        }),
      ),
    )
  })
}

const saveList: Command = {
  id: 'save-smart-list',
  label: 'Save what narrows the library as a smart list',
  group: 'Library',
  keys: null,
  available: () => wholeQuery(useLibraryFilter.getState()) !== '',
  run: () =>
    openDialog({ kind: 'list-name', list: { is: 'new', query: wholeQuery(useLibraryFilter.getState()) } }),
}
