import { html } from 'htm/preact'
import type { Language } from '../../port.ts'
import { changeLanguage } from './starting.ts'
import { language } from './state.ts'
import { words } from './words.ts'

const LANGUAGES: readonly Language[] = ['ja', 'en']

export const LanguageSwitch = () => html`
  <div class="language" role="group" aria-label=${words.value.language.label}>
    ${LANGUAGES.map(
      (one) => html`
        <button
          key=${one}
          type="button"
          lang=${one}
          class="language-choice"
          aria-pressed=${language.value === one}
          onClick=${() => void changeLanguage(one)}
        >
          ${words.value.language[one]}
        </button>
      `,
    )}
  </div>
`
