import { SearchField } from '../search/search-field.tsx'
import { SmartListsSection } from '../smart-lists/smart-lists-section.tsx'
import type { Layout } from './layout.ts'
import styles from './navigation.module.css'
import { NavigationLinks } from './navigation-links.tsx'
import { PodcastsSection } from './podcasts-section.tsx'

/** With less room it is a column of icons, and the search field stands over the list instead. */
export function Navigation({ layout }: { layout: Layout }) {
  const narrow = layout !== 'three'
  return (
    <div className={styles.navigation} data-narrow={narrow}>
      {narrow ? null : <SearchField />}
      <nav aria-label="Main">
        <NavigationLinks />
      </nav>
      <SmartListsSection />
      <PodcastsSection narrow={narrow} />
    </div>
  )
}
