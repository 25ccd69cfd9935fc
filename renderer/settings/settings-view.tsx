import { ArchiveSection } from '../archive/archive-section.tsx'
import { View } from '../elements/view.tsx'
import { ExportSection } from '../exports/export-section.tsx'
import { HomeSection } from '../home-view/home-section.tsx'
import { AboutSection } from './about-section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { DownloadsSection } from './downloads-section.tsx'
import { KeysSection } from './keys-section.tsx'
import { ListeningSection } from './listening-section.tsx'
import { NotificationsSection } from './notifications-section.tsx'
import { ServiceSection } from './service-section.tsx'

/** Each change is kept at once; there is nothing to save or leave. */
export function SettingsView() {
  return (
    <View title="Settings" label="Preferences">
      <AppearanceSection />
      <ListeningSection />
      <DownloadsSection />
      <NotificationsSection />
      <KeysSection />
      <HomeSection />
      <ExportSection />
      <ArchiveSection />
      <ServiceSection />
      <AboutSection />
    </View>
  )
}
