import { ArrowDown, ArrowUp, ListFilter, Pencil, Trash2 } from 'lucide-react'
import type { SmartListRow } from '../db/rows.ts'
import { Menu } from '../elements/menu.tsx'
import { openDialog } from '../shell/open-dialog.ts'
import { deleteList, editList, moveList } from './list-acts.ts'

type ListMenuProps = { list: SmartListRow; className?: string | undefined }

export function ListMenu({ list, className }: ListMenuProps) {
  const { id, name } = list
  return (
    <Menu
      label={`More about ${name}`}
      className={className}
      items={[
        { label: 'Edit filters', icon: <ListFilter size={15} />, run: () => editList(list) },
        {
          label: 'Rename…',
          icon: <Pencil size={15} />,
          run: () => openDialog({ kind: 'list-name', list: { is: 'known', id, name } }),
        },
        { label: 'Move up', icon: <ArrowUp size={15} />, run: () => void moveList(id, 'up') },
        { label: 'Move down', icon: <ArrowDown size={15} />, run: () => void moveList(id, 'down') },
        { label: 'Delete', icon: <Trash2 size={15} />, tone: 'danger', run: () => void deleteList(id) },
      ]}
    />
  )
}
