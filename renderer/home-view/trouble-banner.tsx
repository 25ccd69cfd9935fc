import { Clock, HardDrive } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../elements/button.tsx'
import { useSaving } from '../home/saving.ts'
import { announceFailure } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'
import { useFocusGivenBack } from '../shell/use-focus-given-back.ts'
import { clockWasSeen, useClock } from './clock.ts'
import { type HomeAct, keepHomeHere, moveHome, tryHomeAgain } from './home-acts.ts'
import { useHome } from './home-store.ts'
import styles from './trouble-banner.module.css'
import { clockText, type HeldUp, heldUp, type Way, wayText } from './trouble-words.ts'
import { useToldOnce } from './use-told-once.ts'

/** Across the window for as long as what the person writes is not flushed in the second home. It goes by itself. */
export function TroubleBanner() {
  const standing = useHome((state) => state.standing)
  const saving = useSaving((state) => state.saving)
  const setBackMs = useClock((state) => state.setBackMs)
  const held = heldUp(standing, saving)
  useToldOnce(held?.message ?? null, 'All that you wrote is saved again.')
  useToldOnce(setBackMs === null ? null : clockText(setBackMs), null)
  const focus = useFocusGivenBack(held === null && setBackMs === null)
  return (
    <div {...focus}>
      {held === null && setBackMs === null ? null : (
        <section aria-label="Saving">
          {held === null ? null : <HeldUpBanner held={held} />}
          {setBackMs === null ? null : (
            <Banner icon={<Clock size={16} aria-hidden="true" />} text={clockText(setBackMs)}>
              <Button onClick={clockWasSeen}>All right</Button>
            </Banner>
          )}
        </section>
      )}
    </div>
  )
}

const acts: Readonly<Record<Way, HomeAct>> = {
  again: tryHomeAgain,
  'other-folder': moveHome,
  here: keepHomeHere,
}

function HeldUpBanner({ held }: { held: HeldUp }) {
  const standing = useHome((state) => state.standing)
  const [doing, setDoing] = useState<Way | null>(null)

  async function act(way: Way): Promise<void> {
    if (doing !== null) return
    setDoing(way)
    const done = await acts[way]()
    setDoing(null)
    if (!done.ok) {
      announceFailure(done.problem.message)
      notify({ text: done.problem.message, tone: 'failure' })
    } else if (done.value !== null) notify({ text: done.value })
    else if (way === 'again') tellStill()
  }

  return (
    <Banner icon={<HardDrive size={16} aria-hidden="true" />} text={held.message}>
      {held.ways.map((way) => (
        <Button key={way} busy={doing === way} onClick={() => void act(way)}>
          {wayText(way, standing)}
        </Button>
      ))}
    </Banner>
  )
}

/** What is the same as before would not be read out. */
function tellStill(): void {
  const message = useHome.getState().standing?.trouble?.message
  if (message !== undefined) announceFailure(`Still: ${message}`)
}

function Banner({ icon, text, children }: { icon: ReactNode; text: string; children: ReactNode }) {
  return (
    <div className={styles.banner}>
      {icon}
      <p className={styles.text}>{text}</p>
      <div className={styles.ways}>{children}</div>
    </div>
  )
}
