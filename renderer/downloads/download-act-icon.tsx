import { Download, Pause, RotateCw, Trash2 } from 'lucide-react'
import type { DownloadAct } from './download-act.ts'

const icons = { download: Download, pause: Pause, resume: Download, again: RotateCw, remove: Trash2 }

export function DownloadActIcon({ act, size }: { act: DownloadAct; size: number }) {
  const Icon = icons[act]
  return <Icon size={size} />
}
