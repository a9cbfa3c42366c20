import { computed } from '@preact/signals'
import { practice as en } from '../../../text/en/practice.ts'
import { practice as ja } from '../../../text/ja/practice.ts'
import type { Language } from '../../port.ts'
import { language } from './state.ts'

type PracticeWords = typeof ja
const BY_LANGUAGE: Record<Language, PracticeWords> = { ja, en }
const KEY = 'tsunagi-language'

/** The page's words in the chosen language. */
export const words = computed(() => BY_LANGUAGE[language.value])

export const restoreLanguage = (): void => {
  choose(localStorage.getItem(KEY) === 'en' ? 'en' : 'ja')
}

export const setLanguage = (chosen: Language): void => {
  localStorage.setItem(KEY, chosen)
  choose(chosen)
}

const choose = (chosen: Language): void => {
  language.value = chosen
  document.documentElement.lang = chosen
}
