import { openDossier } from '../dossier/open-dossier.ts'
import { keysOf } from '../shell/command-keys.ts'
import { type Command, commandGroups, runCommand } from '../shell/commands.ts'
import { goToPodcast } from '../shell/open.ts'

/** Something to do or a place to go to. */
export type PaletteEntry = {
  id: string
  label: string
  /** What it is, in a word. */
  group: string
  /** As `keyText` writes them. */
  keys: string | null
  run: () => void
}

type Known = {
  commands: Iterable<Command>
  changedKeys: Readonly<Record<string, string>>
  podcasts: readonly { slug: string; title: string }[]
  topics: readonly string[]
}

/** Every command that may run now, then every podcast, then the dossier of every topic. */
export function paletteEntries({ commands, changedKeys, podcasts, topics }: Known): PaletteEntry[] {
  const available = [...commands].filter(
    (command) => command.id !== 'palette' && command.available?.() !== false,
  )
  return [
    ...commandGroups
      .flatMap((group) => available.filter((command) => command.group === group))
      .map(
        (command): PaletteEntry => ({
          id: `command ${command.id}`,
          label: command.label,
          group: command.group,
          keys: keysOf(command, changedKeys),
          run: () => void runCommand(command.id),
        }),
      ),
    ...podcasts.map(
      ({ slug, title }): PaletteEntry => ({
        id: `podcast ${slug}`,
        label: title,
        group: 'Podcast',
        keys: null,
        run: () => goToPodcast(slug),
      }),
    ),
    ...topics.map(
      (topic): PaletteEntry => ({
        id: `topic ${topic}`,
        label: topic,
        group: 'Topic',
        keys: null,
        run: () => openDossier(topic),
      }),
    ),
  ]
}
