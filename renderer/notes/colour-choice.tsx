import { useId } from 'react'
import { annotationColours, colourWords } from '../../shared/models/annotation-colour.ts'
import { colourIcons } from '../elements/colour-badge.tsx'
import styles from './colour-choice.module.css'

type ColourChoiceProps = { colour: string | null; onChange: (colour: string | null) => void }

/** What a note is, by a colour with a name: native radio buttons, of which the chosen one shows its word. */
export function ColourChoice({ colour, onChange }: ColourChoiceProps) {
  const name = useId()
  return (
    <fieldset className={styles.group}>
      <legend className="visually-hidden">Colour</legend>
      {[null, ...annotationColours].map((each) => {
        const Icon = each === null ? null : colourIcons[each]
        const word = each === null ? 'None' : colourWords[each]
        return (
          <label key={word} className={styles.option} data-colour={each ?? 'none'} title={word}>
            <input
              type="radio"
              className={styles.input}
              aria-label={word}
              name={name}
              checked={colour === each}
              onChange={() => onChange(each)}
            />
            {Icon === null ? (
              <span className={styles.none} aria-hidden="true" />
            ) : (
              <Icon size={14} aria-hidden="true" />
            )}
            {colour === each && each !== null ? <span aria-hidden="true">{word}</span> : null}
          </label>
        )
      })}
    </fieldset>
  )
}
