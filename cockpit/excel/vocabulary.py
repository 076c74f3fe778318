"""The words from which people make the headings of columns, by what they mean: wording.py reads headings with them.

Chinese and English, and the commonest words of some other languages in which CRMs are used. A word may mean several
things ("目标" is expected, and a target); what it means in a heading follows from the words beside it.
"""

WORDS: dict[str, str] = {
    "deal": "projekt projet proyecto vorgang angebot angebots 案 案名 project projects 商谈 案子 opty oppo deal "
    "deals opportunity opportunities opp opps oppty potential opportunité affaire chance verkaufschance oportunidad "
    "negocio 商机 机会 业务机会 销售机会 项目 订单 单子 生意 案件 标的 商机信息 项目信息",
    "contract": "contract agreement vertrag contrat contrato 合同 合约 协议",
    "account": "co dealer clientes kunden 往来单位 学校 医院 院校 学校名称 医院名称 招标单位 建设单位 业主单位 "
    "使用单位 意向单位 购买方 需方 acct cust 最终用户 终端用户 最终客户 终端客户 业主 用户单位 采购方 采购单位 "
    "签约客户 成交客户 合作客户 客户群 account accounts customer customers client clients company companies "
    "organization organisation org organizations buyer prospect kunde firma unternehmen konto entreprise société "
    "compte cliente empresa cuenta 客户 公司 企业 单位 买方 甲方 取引先 顾客 会社 商户 经销商 客户公司 客户单位 "
    "客户企业 客户信息",
    "product": "product products item items sku produkt produit producto offering 产品 商品 物料 货品 型号 产品线 "
    "品名",
    "owner": "payee closer verantwortlich zuständiger bearbeiter betreuer comercial 签单人 坐席 营业 拥有人 bd 跟单 "
    "owner owners rep reps representative salesperson salesman salespeople seller agent assignee assigned "
    "responsible executive ae owned besitzer inhaber verantwortlicher zuständig propriétaire responsable vendeur "
    "commercial propietario vendedor 负责人 负责 销售员 业务员 销售代表 跟进人 归属人 所有人 所有者 拥有者 担当 "
    "担当者 客户经理 经办人 责任人 跟单员 跟单人 销售人员 业务人员 业务代表 业务经理 销售经理 归属销售 主负责人 "
    "主责人 责任销售 负责销售 项目经理 对接人 销售顾问 营业担当 承接人 我方负责人 所属人 跟进者 领用人 认领人 "
    "客户代表 销售专员 接单人",
    "employee": "payee mitarbeiter mitarbeiterin vertriebler collaborateur 坐席 座席 组员 队员 社员 employee staff "
    "user utilisateur empleado 员工 人员 成员 用户 职员 同事",
    "sales": "verkaufs vertriebs sales sale vertrieb ventes ventas crm 销售 业务 营销 商务",
    "name": "名 nm name names title subject topic nom nombre titel bezeichnung 名称 名字 标题 主题 全称 简称 姓名 "
    "件名",
    "id": "nummer numero numéro 工号 账号 id ids no number num nr code key ref reference référence referencia guid "
    "uuid identifier # 编号 编码 号 代码 单号 号码 识别码 序列号 标识 流水号 番号 内码",
    "email": "email mail 邮箱 邮件 邮箱地址 电子邮箱 电子邮件",
    "expected": "potentiel potentielle 予定 voraussichtlicher geplantes erwartete 见込 见込み 哪天 何时 什么时候 "
    "几时 eta expected expect estimated estimate est forecast forecasted projected proj planned plan target "
    "anticipated exp likely voraussichtlich voraussichtliches erwartet erwarteter erwartetes geplant prévue prévu "
    "prévisionnel prévisionnelle estimé estimée prevista previsto esperada esperado estimado estimada 预计 预期 "
    "预估 估计 计划 拟 预测 预定 预判 预 目标 计",
    "actual": "actual real final actuals tatsächlich tatsächliches réel réelle efectivo 实际 最终 真实 确认 实",
    "close": "eta close closing closed closure award decision abschluss geschlossen schließung clôture fermeture "
    "signature cierre cerrado 成交 结单 关单 成单 落单 下单 关闭 完成 结束 关闭日 完了 受注 结案 达成 落地 收单 "
    "结项 敲定",
    "sign": "po auftrag auftrags auftragseingang commande pedido booked booking 成交 成单 落单 签成 sign signing "
    "signed signature 签约 签单 签订 签署 签合同 合同签订 签 签定 合同签署",
    "win": "gewinn 受注 success successful win won wins winning gewonnen gagné gagnée ganado ganada 赢单 赢 中标 "
    "赢得 成功 胜单",
    "lose": "refusal refused rejected rejection declined refus rechazo 拒绝 absage 搁置 shelved 没成 未成 没签 没中 "
    "没成交 未成功 lose lost loss losing failed failure verloren verlust perdu perdue perte perdido perdida pérdida "
    "输单 丢单 失单 战败 失败 流失 丢失 失注 未成交 未中标 未签单 落标 输 丢 败单 流单",
    "create": "erstellungs anlage alta enquiry inquiry angelegt erfasst saisie 制单 开单 询价 询盘 来电 登录 起票 "
    "erstell create created creation opened open entry entered added add registered registration erstellt "
    "erstellung création créé créée creación creado creada 创建 建立 录入 登记 新建 立项 发现 提交 "
    "作成 新增 添加 建档 报备 申报 产生 生成",
    "date": "日时 哪天 日付 échéance vencimiento 提醒 何时 什么时候 几时 when reminder deadline due 截止 截止时间 "
    "截止日期 时限 am le dt date time day datetime timestamp on at datum zeitpunkt jour fecha 日期 时间 日 时点 "
    "年月日 期 时刻",
    "month": "month mois monat mes 月份 月 年月",
    "amount": "收益 auftragswert auftragssumme volumen chiffre 见积额 受注额 売上 数额 amt val rev amount amounts "
    "value revenue size worth total price sum tcv acv arr mrr money betrag wert umsatz summe montant valeur revenu "
    "importe monto valor ingreso 金额 额 收入 营收 价值 总价 总额 额度 总金额 销售额 成交额 签约额 营业额 合同额 "
    "金额合计 标的额 价 价格 报价 款项 规模 体量 业绩 订单额 净额 金额总计 含税金额",
    "stage": "进捗 进捗ランク stufen stg stage stages phase step pipelinestage stufe verkaufsphase étape etapa fase "
    "阶段 进度 环节 步骤 进程 进展 フェーズ ステージ 商机阶段 推进阶段 阶段名称 节点 里程碑",
    "status": "status state statut zustand estado 状态 状况 情况 结果 状态描述 結果 现状",
    "probability": "erfolgschance abschlusswahrscheinlichkeit 确率 probab pwin probability prob likelihood "
    "confidence chance odds winrate wahrscheinlichkeit probabilité probabilidad 赢率 概率 可能性 成功率 几率 机率 "
    "把握 把握度 胜率 赢单率 成单率 成交率 确度 可能 置信度 成算",
    "percent": "percent percentage pct % 百分比 百分率 率",
    "reason": "要因 reason reasons why cause grund motif raison motivo razón 原因 理由 缘由",
    "source": "经路 途径 怎么来的 哪来的 从哪来的 怎么认识的 获取方式 获客方式 添加方式 リード元 流入元 案源 "
    "procedencia provenance source origin channel quelle herkunft origine origen fuente 来源 渠道 来源渠道 出处 "
    "线索来源",
    "lead": "引合 piste lead leads 线索 潜客",
    "next": "下周 下月 下个月 后期 次 next upcoming following nächster nächste prochaine prochain próximo próxima "
    "下一步 下一 下步 后续 下次 下阶段 接下来 次回",
    "step": "relance massnahme move moves items item 事宜 ステップ steps action actions activity task plan schritt "
    "aktion paso acción tâche 行动 动作 计划 任务 安排 工作 措施 步骤 アクション 事项 活动 举措",
    "follow": "relance suivi seguimiento 访问 contacted 接触 接洽 跟单 followup follow contact visit call meeting "
    "跟进 联系 拜访 回访 沟通 跟踪 联络",
    "change": "change changed changes moved move update updated updating modified änderung modification cambio 变更 "
    "更新 变动 更改 修改 推进 变化 调整 更变 流转",
    "enter": "enter entering entered since reached 进入 到达",
    "first": "first initial 首次 初次 第一次 最早",
    "intended": "quoted quote offered 拟用 需求 所需 感兴趣 关注 意向 拟购 拟购买 拟采购 拟选 推荐 interested "
    "intended",
    "last": "本周 上周 这周 本月 近期 last latest recent letzte dernier dernière último última 最近 最后 最新 上次 "
    "上一次",
    "currency": "curr ccy cur currency currencies währung devise moneda divisa 币种 货币 币别 通货 货币单位 "
    "结算币种",
    "forecast": "vorhersage previsión fcst forecast forecasting prognose prévision pronóstico 预测",
    "category": "cat category class kind kategorie catégorie categoría 类别 分类 类型 种类 归类",
    "budget": "budget budgets presupuesto 预算",
    "department": "department dept abteilung département departamento 部门 科室",
    "entry": "entry 切入 进入 接入",
    "decide": "decision decider decisionmaker 决策 拍板 决定 决策层",
    "person": "谁 who whom person maker people personne persona 人 人员 者 联系人",
    "remark": "小结 总结 纪要 anmerkung bemerkungen observación observacion obs 记录 blocker blockers 卡点 难点 "
    "メモ 内容 概述 简介 概况 summary content desc rmk remk remark remarks note notes comment comments description "
    "memo details bemerkung notiz beschreibung remarque commentaire comentario nota descripción 备注 说明 描述 注释 "
    "备考 补充说明 详情 备忘",
    "flag": "is flag has 是否 已 有无",
    "major": "ka major key strategic important vip 重点 重大 重要 关键 战略 核心",
    "industry": "industry sector vertical branche secteur industria 行业 产业 业态 领域 行业分类",
    "region": "hq bundesland provincia 地点 驻地 办公地点 エリア region territory area country province city state "
    "location zone gebiet land ort région pays ville país ciudad 地区 区域 大区 省份 城市 省 市 国家 片区 区 地域 "
    "所在地 战区 省市",
    "parent": "parent holding group mutter muttergesellschaft 上级 母 集团 总部 母公司",
    "tier": "tier level grade rating class rank segment 等级 级别 分级 层级 评级",
    "team": "pod squad team teams group division équipe equipo gruppe 团队 小组 组 组别 部 事业部 战队 营业部",
    "manager": "队长 战队长 mgr manager supervisor lead leader head boss vorgesetzter chef jefe 主管 经理 上级 领导 "
    "组长 直属上级 汇报对象 直属领导 直接上级 直接主管 汇报人 总监 团队长",
    "hire": "上岗 报到 到任 eintrittsdatum 入社 hire hired join joined joining onboarding eintritt embauche "
    "contratación 入职 加入 到岗 到职 进公司 入司",
    "leave": "departure departed 离岗 退社 austrittsdatum leave left termination terminated exit resignation "
    "austritt départ salida 离职 离开 离司 退职",
    "role": "role title position job rôle puesto cargo funktion 职位 岗位 角色 职务 职级 头衔 职称",
    "price": "面价 出厂价 listenpreis price prices preis prix precio 价格 单价 售价 标价 定价 报价 目录价 牌价 价 "
    "市场价 指导价",
    "standard": "list standard unit retail catalog catalogue base 标准 目录 零售 建议 官方 市场 参考",
    "series": "series family line category group range familie famille familia 系列 线 类别 分类 品类 大类 族 品牌 "
    "类目",
    "target": "ziele umsatzziel umsatzziele objetivos 任务数 指标数 目标额 target quota goal objective ziel "
    "objectif objetivo 目标 任务 指标 考核目标 定额 业绩目标 任务额 指标额",
    "period": "月度 季度 period month quarter cycle periode période periodo 期间 周期 月份 年月 考核期",
    "prior": "prior previous old former before 前 原 旧 之前 以前 先前 上一 前一",
    "after": "after new 后 新 之后 变更为",
    "when": "eta when 何时 什么时候 几时 哪天",
    "term": "月度 季度 年度 全年 monthly quarterly annual yearly",
}  # fmt: skip

FILLERS = (
    "label ht ttc netto brutto excl incl 所处 目前 如今 直属 能 大约 their our my custom customized hs property "
    "properties object traffic analytics bid linked external の 分析 评估 具体 of the in for by to a an and de la "
    "du des del der die das von d l en 所属 关联 相关 当前 本次 主要 我方 的 对应 归属 归属于 主 首要 本 该 合计 总 "
    "预计的 现 现阶段 (含税) 含税 未税 不含税 current total associated related primary main overall full gross net "
    "record sfdc hubspot salesforce cf fld field work reporting direct 所在 考核 工作 直接 pipeline process or und "
    "et 管道 漏斗 流程 及 与 和 或 之 信息 基本 基础 字段 自定义 系统 获取"
)  # fmt: skip
"""Beside other words they add nothing."""

OTHERS = (
    "original synced fivetran modstamp viewed referenced simulated checksum modify 校验 修改时间 weighted adjusted "
    "modified updated discount cost costs profit margin tax vat phone mobile fax address street zip postal "
    "competitor competitors quantity qty units payment paid collected invoice invoiced age duration days hours "
    "creator createdby modifiedby campaign pool locked lock score tag tags url link website attachment file image "
    "count latitude longitude rate exchange fiscal week year anniversary renewal start end warranty delivery "
    "shipping gross commission partner reseller previous prior old birthday gender 加权 折扣 折后 成本 利润 毛利 "
    "税率 税额 税 电话 手机 座机 传真 地址 邮编 网址 竞争 竞品 竞争对手 数量 回款 收款 开票 发票 已收 未收 应收 "
    "已回款 未回款 尾款 首付 账龄 天数 时长 创建人 录入人 提交人 修改人 更新人 创建者 最后修改人 操作人 公海 公海池 "
    "锁定 生命 标签 附件 图片 次数 个数 汇率 财年 年度 周 生日 性别 佣金 提成 合作伙伴 代理商 交付 验收 上线 开始 "
    "起始 有效期 质保 续约 到期 交货 发货 投标 招标 评分 打分 优先级 风险 审批 协同 协作 参与 联系人 联系方式 上次 "
    "之前 原"
)  # fmt: skip
"""Whatever stands beside one of these: the column is not what the cockpit keeps."""
