import { Star } from 'lucide-react'
import { IconButton } from '../elements/icon-button.tsx'
import styles from './star-button.module.css'

type StarButtonProps = {
  label: string
  starred: boolean
  onChange: (starred: boolean) => void
  tabIndex?: number
}

export function StarButton({ label, starred, onChange, tabIndex }: StarButtonProps) {
  return (
    <IconButton
      label={label}
      icon={<Star size={15} fill={starred ? 'currentColor' : 'none'} />}
      size="small"
      aria-pressed={starred}
      tabIndex={tabIndex}
      className={styles.star}
      onClick={() => onChange(!starred)}
    />
  )
}
