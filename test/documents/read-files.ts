import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'

/** The parts of a .docx by their path, as text. */
export const docxParts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]))

/** The paragraphs of a .docx in order: what is read, tabs and line ends as such. */
export const docxParagraphs = (bytes: Uint8Array): string[] =>
  [...(docxParts(bytes)['word/document.xml'] ?? '').matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)].map(
    ([xml]) =>
      xml
        .replace(/<w:tabs>.*?<\/w:tabs>/gs, '')
        .replace(/<w:tab\/>/g, '\t')
        .replace(/<w:br\/>/g, '\n')
        .replace(/<[^>]+>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&'),
  )

/** What a PDF reader reads, a page an entry, spaces left out: letters are placed, not spaces. */
export const pdfPages = async (bytes: Uint8Array): Promise<string[]> => {
  const pdf = await getDocumentProxy(bytes.slice())
  const { text } = await extractText(pdf, { mergePages: false })
  await pdf.loadingTask.destroy()
  return text.map((page) => page.replace(/\s/g, ''))
}

export const pdfMeta = async (bytes: Uint8Array) => {
  const pdf = await getDocumentProxy(bytes.slice())
  const page = await pdf.getPage(1)
  const { info } = await pdf.getMetadata()
  const size = page.view
  await pdf.loadingTask.destroy()
  return { info, size }
}
