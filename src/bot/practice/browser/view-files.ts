import { html } from 'htm/preact'
import type { FileView } from '../protocol.ts'
import { words } from './words.ts'

/** Files of an answer: a picture is shown, and each can be saved. */
export const Files = ({ files }: { files: FileView[] }) =>
  files.length === 0
    ? null
    : html`<ul class="files">
        ${files.map(
          (file) => html`<li key=${file.name}>
            ${isPicture(file) && html`<img class="file-picture" src=${addressOf(file)} alt=${file.alt} />`}
            <a class="file-link" href=${addressOf(file)} download=${file.name}>${words.value.message.save(file.alt)}</a>
          </li>`,
        )}
      </ul>`

const isPicture = ({ mediaType }: FileView): boolean => mediaType === 'image/png'

/** Within the page: nothing is fetched, and nothing stays behind. */
const addressOf = ({ mediaType, base64 }: FileView): string => `data:${mediaType};base64,${base64}`
