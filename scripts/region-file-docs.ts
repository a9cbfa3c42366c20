import { writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { Region } from '../src/domain/region/region.ts'
import { regionDocs } from '../src/text/ja/region-docs.ts'

/** docs/region-file.md, from the schema that reads the file: `node scripts/region-file-docs.ts`. */

const Schema = z.looseObject({
  type: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  default: z.unknown().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
})
type Schema = z.output<typeof Schema>
type Row = { path: string; form: string; required: boolean; fallback: string; docs: string }

const TIME = '^\\d{2}:\\d{2}$'

const formOf = (schema: Schema): string => {
  if (schema.anyOf) return schema.anyOf.map((one) => formOf(Schema.parse(one))).join(' または ')
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(' ')
  if (schema.format === 'date') return '日付 `2026-04-01`'
  if (schema.pattern === TIME) return '時刻 `"09:00"`'
  if (schema.type === 'integer') return `整数 ${schema.minimum ?? ''}〜${schema.maximum ?? ''}`
  if (schema.type === 'boolean') return '`true` `false`'
  if (schema.type === 'array') return `${formOf(Schema.parse(schema.items))} の並び`
  return '文字'
}

/** Written as a value, and not as keys. */
const isPlain = (raw: unknown): boolean => {
  const { properties, items, anyOf } = Schema.parse(raw)
  return !properties && !anyOf && (items === undefined || isPlain(items))
}

const rowsOf = (raw: unknown, path: string, required: boolean): Row[] => {
  const schema = Schema.parse(raw)
  if (schema.anyOf && !schema.anyOf.every(isPlain))
    return schema.anyOf.flatMap((one) => rowsOf(one, path, false))
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([key, one]) =>
      rowsOf(one, path === '' ? key : `${path}.${key}`, schema.required?.includes(key) === true),
    )
  const items = schema.type === 'array' ? Schema.parse(schema.items) : undefined
  if (items && (items.properties || items.anyOf)) return rowsOf(items, `${path}[]`, false)
  const docs = regionDocs[path]
  if (docs === undefined) throw new Error(`src/text/ja/region-docs.ts says nothing about ${path}`)
  const fallback = schema.default === undefined ? '' : `\`${JSON.stringify(schema.default)}\``
  return [{ path, form: formOf(schema), required, fallback, docs }]
}

export const regionFileDocs = (): string => {
  const rows = rowsOf(z.toJSONSchema(Region, { io: 'input', unrepresentable: 'any' }), '', true)
  const lines = rows.map(
    ({ path, form, required, fallback, docs }) =>
      `| \`${path}\` | ${docs} | ${form} | ${required ? '必要' : fallback} |`,
  )
  return `# 圏域のファイル

1つの圏域を1つのYAMLファイルに書きます。見本: [examples/regions/saikatsuhoku.yaml](../examples/regions/saikatsuhoku.yaml)

\`\`\`sh
npm run -s tsunagi -- region apply FILE --dry-run   # 変わるところだけを見る
npm run -s tsunagi -- region apply FILE             # そのとおりにする（2回しても同じ）
npm run -s tsunagi -- region export                 # いまの圏域をファイルとして出す
\`\`\`

まちがいがあると、行とキーの名前をすべて挙げて、何も変えずに終わります。\`[]\` は並びの1つ1つです。
*One YAML file describes a region. Faults are listed with line and key, and nothing is changed then.*

| キー / key | 意味 / meaning | 書き方 / form | 省くと / default |
|---|---|---|---|
${lines.join('\n')}
`
}

if (import.meta.main) await writeFile(new URL('../docs/region-file.md', import.meta.url), regionFileDocs())
