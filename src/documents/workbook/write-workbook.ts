import writeXlsx from 'write-excel-file/node'
import type { Sheet } from './cells.ts'

/** Named sheets as .xlsx bytes, their headings kept in sight. */
export const writeWorkbook = async (
  made: readonly (Sheet & { sheet: string })[],
  font: string,
): Promise<Uint8Array> => {
  const file = await writeXlsx(
    made.map(({ sheet, rows, widths, stickyColumns }) => ({
      sheet,
      data: rows,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: stickyColumns,
      orientation: 'landscape' as const,
    })),
    { fontFamily: font, fontSize: 11 },
  ).toBuffer()
  return new Uint8Array(file)
}
