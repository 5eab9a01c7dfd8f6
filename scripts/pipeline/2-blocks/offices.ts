/** How the names of offices and companies end: whoever signs a notice, whoever answers a letter. */
export const OFFICE_ENDS =
  '委员会|委|局|办公室|办事处|政府|中心|公司|集团|管理处|指挥部|协会|学校|医院|图书馆|博物馆|文化馆|法院|检察院|总队|支队|大队|村民委员会|工会|编辑部|报社|办';

/** What stands before a person's name: 机械班班长耿大为, 居民委员会主任许念. Headlines and running text add what each has alone. */
export const OFFICES = [
  '书记',
  '区长',
  '代表',
  '委员',
  '主任',
  '局长',
  '院长',
  '校长',
  '教授',
  '会长',
  '董事长',
  '总经理',
  '队长',
  '所长',
  '站长',
  '师傅',
  '医生',
  '民警',
  '工程师',
  '负责人',
] as const;
