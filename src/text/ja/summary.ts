/** Above the forms, and on cards about what was written in them. */
const titles = {
  intake: '受理判断',
  plan_review: 'ケース概要（プラン検討）',
  monitoring_result: 'モニタリングの結果',
  gsv_strengths: 'GSV（ストレングスモデル）',
  gsv_supporter: 'GSV（支援者支援）',
  case_study: '事例検討',
  priority_review: '見直し（支援の必要度）',
  regional_issue: '地域課題',
  notice: '連絡事項',
}

const withoutCase = (title: string) => ({ title, submit: '提出する', fields: {} })
const aboutCase = (title: string) => ({ ...withoutCase(title), fields: { case: { label: 'ケース' } } })

export const summaryCommands = {
  noun: '概要',
  submit: {
    verb: '提出',
    description: '会議にかけるケース概要（プラン検討）を書いて出します',
    menu: { global: 'ケース概要を出す' },
    form: aboutCase(titles.plan_review),
  },
  intake: {
    verb: '受理',
    description: '受理判断にかける相談を書いて出します',
    form: withoutCase(titles.intake),
  },
  result: {
    verb: '結果',
    description: 'モニタリングの結果を会議に出します',
    form: aboutCase(titles.monitoring_result),
  },
  review: {
    verb: '見直し',
    description: '必要度により見直すケースを会議に出します',
    form: aboutCase(titles.priority_review),
  },
  study: {
    verb: '事例',
    description: '事例検討にかけるケースを書いて出します',
    form: aboutCase(titles.case_study),
  },
  issue: {
    verb: '課題',
    description: '地域課題を会議に出します',
    menu: { message: '地域課題にする' },
    form: withoutCase(titles.regional_issue),
  },
  notice: {
    verb: '連絡',
    description: '連絡事項を次第に載せます',
    menu: { message: '次第に入れる' },
    form: withoutCase(titles.notice),
  },
  strengths: {
    verb: '強み',
    description: 'GSV（ストレングスモデル）に事例を出します',
    form: aboutCase(titles.gsv_strengths),
  },
  support: {
    verb: '支え',
    description: 'GSV（支援者支援）に事例を出します',
    form: aboutCase(titles.gsv_supporter),
  },
  versions: { verb: '版', description: '概要のこれまでの版を比べます' },
  agree: {
    verb: '事前確認',
    description: 'モニタリング結果を会議にかけてよいか確かめます',
    arguments: { agreed: { name: '決定', description: '認めるか' } },
    already: (name: string) => `${name}さんが、もう確かめています`,
    changed: '見ていた間に書き直されました。新しい文を読んでから確かめてください',
    again: '新しい文を読む',
  },
  list: { verb: '一覧', description: '提出したケース概要と、まだのケースを見ます' },
  passed: { verb: '名前確認', description: '「名前ではない」として通されたことばを確かめます' },
}

type FieldWords = { label: string; hint?: string }

/** `topic` is what an item of the form is called on an agenda. */
const words = (title: string, topic: string, fields: Record<string, FieldWords>) => ({ title, topic, fields })

export const summaries = {
  submit: {
    intro: (meeting: string, date: string) =>
      `${date}の${meeting}に出します。端的に、聞いてわかる長さで。名前・住所・生年月日・電話は書かないでください。`,
    ofCase: (code: string) => `ケース ${code} の概要`,
    done: (name: string) => `${name}を提出しました`,
    edited: (name: string, version: number) => `${name}を直しました（第${version}版）`,
    meeting: '会議',
    closes: '次第が出る日時',
    closesNext: 'それまでは、何度でも直せます。',
    edit: '直す',
    versions: '版を比べる',
    notFound: 'その概要は見つかりません',
    noPlan: (code: string) => `ケース ${code} には計画がまだありません`,
    noMeeting: '概要を受けつける会議がまだ決まっていません',
    noMeetingNext: '定例会議の予定を、基幹相談支援センターの担当の方にお確かめください。',
    closed: (meeting: string) => `${meeting}の次第はもう公開されています`,
    closedNext: 'この回の概要は直せません。会議で口頭で補ってください。',
    noCases: '概要を出すケースがありません',
    noCasesNext: '新しいケースは /case register（/ケース 登録）で登録できます。',
  },
  forms: {
    intake: words(titles.intake, '受理判断', {
      topic: { label: '受付番号・経路', hint: '例: U-012 市役所から。名前は書きません' },
      situation: { label: '相談の内容と状況', hint: 'だれが、何に困っているか。' },
      wishes: { label: '本人の希望', hint: '本人の言葉に近い形で。' },
      proposal: { label: '受理の案', hint: 'どの事業所が、どう引き受けるか。' },
    }),
    plan_review: words(titles.plan_review, 'プラン', {
      assessment: { label: 'アセスメント', hint: 'いまの生活と、支援が必要になった事情を短く。' },
      wishes: { label: '本人の意向と目標', hint: '本人の言葉に近い形で。' },
      policy: { label: '支援方針', hint: '何を大切に、どこへ向かうか。' },
      content: { label: '支援内容', hint: '使うサービスと役割。' },
    }),
    monitoring_result: words(titles.monitoring_result, 'モニタリング結果', {
      progress: { label: '経過と本人の満足', hint: '計画した支援は行われたか、本人はどう感じているか。' },
      change: { label: '変わったこと、新しい希望', hint: 'なければ「なし」。' },
      proposal: { label: 'これからの案', hint: '続ける、変更する、期間を見直す、など。' },
    }),
    gsv_strengths: words(titles.gsv_strengths, 'GSV（ストレングスモデル）', {
      strengths: {
        label: 'ストレングスアセスメント',
        hint: '性格、技能、環境、関心。7つの領域のうち、わかっていること。',
      },
      wishes: { label: '本人の希望と目標', hint: '本人の言葉に近い形で。' },
      help: { label: 'どんな助けがほしいか', hint: '1つに絞る。' },
    }),
    gsv_supporter: words(titles.gsv_supporter, 'GSV（支援者支援）', {
      situation: { label: '場面と関わり', hint: 'うまくいかないと感じる場面と、そのときの関わり。' },
      feeling: { label: '支援者が感じていること', hint: '迷い、不安、手ごたえ。' },
      help: { label: '話し合いたいこと', hint: '1つに絞る。' },
    }),
    case_study: words(titles.case_study, '事例検討', {
      reason: { label: 'なぜこの事例か', hint: '検討したい理由。' },
      progress: { label: '経過', hint: '時間の順に、要点だけ。' },
      assessment: { label: 'アセスメントとストレングス', hint: '本人と環境の強み。' },
      question: { label: '検討したいこと', hint: '一文で。' },
    }),
    priority_review: words(titles.priority_review, '必要度による見直し', {
      progress: { label: '前回からの経過', hint: '支援の進みぐあいと、変わったこと。' },
      wishes: { label: 'いまの本人の希望', hint: '本人の言葉に近い形で。' },
      question: { label: '検討したいこと', hint: '一文で。' },
    }),
    regional_issue: words(titles.regional_issue, '地域課題', {
      topic: { label: '課題', hint: '一行で。例: 移動の手段がない' },
      background: { label: '事例から見えたこと', hint: 'いくつの事例で、どんなことが起きているか。' },
      proposal: { label: '提案', hint: 'だれと、何をするとよいか。' },
    }),
    notice: words(titles.notice, '連絡', {
      topic: { label: '件名', hint: '一行で。' },
      content: { label: '内容', hint: '日時、場所、だれに。' },
    }),
  },
  versions: {
    heading: (name: string) => `${name} のこれまでの版`,
    version: (version: number, at: string, by: string) => `第${version}版　${at}　${by}`,
    before: (written: string) => `前の版: ${written}`,
  },
  agree: {
    heading: (code: string, form: string) => `${code}　${form}`,
    agree: '会議にかけてよい',
    note: '確かめて「会議にかけてよい」を押すと、次の次第に入ります。直してほしいことは、担当の方に直接お伝えください。',
    done: (code: string) => `${code} のモニタリング結果を会議にかけます`,
    doneNext: '次の次第に入ります。',
  },
  list: {
    heading: 'ケース概要',
    missing: 'まだ出ていないケース',
    submitted: '提出済み',
    missingItem: (name: string, form: string) => `${name}　${form}`,
    version: (version: number) => `第${version}版`,
    none: '提出するものも、提出したものもありません',
    write: '概要を書く',
    edit: '直す',
  },
  passed: {
    heading: '「名前ではない」とされたことば',
    none: 'この3か月、「名前ではない」とされたことばはありません',
    item: (name: string, places: string) => `${name}　${places}`,
    places: (count: number) => `${count}か所`,
    elsewhere: '概要ではない文章',
    look: '文章を見る',
    note: '書かれたことばは、概要の版で確かめられます。名前でしたら、書いた方に直してもらってください。',
  },
}
