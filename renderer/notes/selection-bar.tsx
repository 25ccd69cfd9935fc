import { Copy, Palette, Share, Star, StarOff, Tag, Trash2, X } from 'lucide-react'
import { useMemo } from 'react'
import { annotationColours, colourWords } from '../../shared/models/annotation-colour.ts'
import { useAnnotations } from '../db/use-annotations.ts'
import { colourIcons } from '../elements/colour-badge.tsx'
import { IconButton } from '../elements/icon-button.tsx'
import { Menu } from '../elements/menu.tsx'
import { openExport } from '../exports/open-export.ts'
import { countTags, knownTagsNow } from './known-tags.ts'
import { clearSelected, useSelectedNotes } from './selected-notes.ts'
import {
  colourSelected,
  copySelected,
  deleteSelected,
  starSelected,
  tagSelected,
  untagSelected,
} from './selection-acts.ts'
import styles from './selection-bar.module.css'
import { TagField } from './tag-field.tsx'

/** What can be done with the notes that are selected, all at once. */
export function SelectionBar() {
  const ids = useSelectedNotes((state) => state.ids)
  const notes = useAnnotations()
  const theirTags = useMemo(() => countTags((notes ?? []).filter(({ id }) => ids.has(id))), [notes, ids])
  if (ids.size === 0) return null
  return (
    <div role="toolbar" aria-label="Selected notes" className={styles.bar}>
      <span className={styles.count} aria-live="polite">
        {ids.size.toLocaleString('en')} selected
      </span>
      <TagField
        label="Tag the selected notes"
        tags={[]}
        known={knownTagsNow}
        onChange={([tag]) => {
          if (tag !== undefined) void tagSelected(tag)
        }}
      />
      <span className={styles.acts}>
        {theirTags.length === 0 ? null : (
          <Menu
            label="Take off a tag"
            icon={<Tag size={15} />}
            items={theirTags.slice(0, 12).map(({ tag, count }) => ({
              label: `${tag} (${count.toLocaleString('en')})`,
              run: () => void untagSelected(tag),
            }))}
          />
        )}
        <IconButton
          label="Star"
          icon={<Star size={15} />}
          size="small"
          onClick={() => void starSelected(true)}
        />
        <IconButton
          label="Take off the star"
          icon={<StarOff size={15} />}
          size="small"
          onClick={() => void starSelected(false)}
        />
        <Menu
          label="Colour"
          icon={<Palette size={15} />}
          items={[
            ...annotationColours.map((colour) => {
              const Icon = colourIcons[colour]
              return {
                label: colourWords[colour],
                icon: <Icon size={14} />,
                run: () => void colourSelected(colour, colourWords[colour]),
              }
            }),
            { label: 'None', run: () => void colourSelected(null, 'no colour') },
          ]}
        />
        <IconButton
          label="Copy as Markdown"
          icon={<Copy size={15} />}
          size="small"
          onClick={() => void copySelected()}
        />
        <IconButton
          label="Export"
          icon={<Share size={15} />}
          size="small"
          onClick={() => openExport({ kind: 'notes', noteIds: [...ids] })}
        />
        <IconButton
          label="Delete"
          icon={<Trash2 size={15} />}
          size="small"
          onClick={() => void deleteSelected()}
        />
        <IconButton label="Select none" icon={<X size={15} />} size="small" onClick={clearSelected} />
      </span>
    </div>
  )
}
