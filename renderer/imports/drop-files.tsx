import { useEffect, useState } from 'react'
import { openNotes } from './acts.ts'
import styles from './drop-files.module.css'
import { droppedFiles } from './dropped-files.ts'
import { openImport } from './open-import.ts'
import { openOutline } from './outline-acts.ts'

/** Exports of other programs that are let fall on the window are read as if they had been chosen. */
export function DropFiles() {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    // Each element under the pointer is entered and left for itself.
    let depth = 0
    const onEnter = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      depth += 1
      setOver(true)
    }
    const onLeave = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      depth -= 1
      if (depth <= 0) setOver(false)
    }
    const onOver = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      if (event.dataTransfer !== null) void droppedFiles(event.dataTransfer).then(open)
    }
    const heard = { dragenter: onEnter, dragleave: onLeave, dragover: onOver, drop: onDrop }
    for (const [name, hear] of Object.entries(heard)) window.addEventListener(name as 'drop', hear)
    return () => {
      for (const [name, hear] of Object.entries(heard)) window.removeEventListener(name as 'drop', hear)
    }
  }, [])
  return isOver ? <div className={styles.over}>Let go to import these files</div> : null
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}

function open(files: readonly File[]): void {
  openImport()
  const outline = files.find(({ name }) => /\.(?:opml|xml)$/i.test(name))
  if (outline === undefined) void openNotes(files)
  else void openOutline(outline)
}
