import { clockText } from '../../shared/time/clock.ts'
import { Button } from '../elements/button.tsx'
import { continueHere, continueThere, type PlaceQuestion } from './place-question.ts'
import { placeQuestionText } from './place-words.ts'
import styles from './player-bar.module.css'

/** Asked in the place of the headline, until it is answered; Play goes on from here meanwhile. */
export function WhereToContinue({ question }: { question: PlaceQuestion }) {
  const text = placeQuestionText(question)
  return (
    <fieldset className={styles.asking} aria-label="Where to continue">
      <span className={styles.question} title={text}>
        {text}
      </span>
      <Button className={styles.way} onClick={() => void continueHere()}>
        {clockText(question.hereSeconds)}
      </Button>
      <Button className={styles.way} onClick={() => void continueThere()}>
        {clockText(question.there.positionSeconds)}
      </Button>
    </fieldset>
  )
}
