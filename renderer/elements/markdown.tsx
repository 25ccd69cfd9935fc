import ReactMarkdown, { type Components } from 'react-markdown'
import { isTangled } from '../../shared/markdown/tangle.ts'
import { call } from '../bridge.ts'
import { classNames } from './class-names.ts'
import styles from './markdown.module.css'

/** Where a link may lead; the main process checks again before it opens anything. */
const outside = /^(https?|mailto):/i

const components: Components = {
  a: ({ href, children }) =>
    href !== undefined && outside.test(href) ? (
      <a
        href={href}
        title={href}
        onClick={(event) => {
          event.preventDefault()
          void call('app.open-outside', { url: href })
        }}
      >
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
  // Nothing is fetched because a text names it; what it would have shown is said.
  img: ({ alt }) => (alt === undefined || alt === '' ? null : <span>[{alt}]</span>),
}

/** Quotes in quotes and lists in lists on one line, deeper than React can follow; no text means it. */
const tooDeep = /^(?:[ \t]{0,8}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){50,}/m

/** Text in Markdown, as a person or the service wrote it. HTML in it stays text. */
export function Markdown({ text, className }: { text: string; className?: string | undefined }) {
  return (
    <div className={classNames(styles.markdown, className)} data-selectable="">
      <PlainMarkdown text={text} />
    </div>
  )
}

/** The same by itself. */
export function PlainMarkdown({ text }: { text: string }) {
  return tooDeep.test(text) || isTangled(text) ? (
    <p className={styles.plain}>{text}</p>
  ) : (
    <ReactMarkdown components={components}>{text}</ReactMarkdown>
  )
}
