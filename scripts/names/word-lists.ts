/** What the proposer knows beforehand: surnames, what offices end with, words beside names, known places. */

/** Family names of one character, the most frequent of 百家姓 and of today's registers. */
export const SURNAMES = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺初底代闫付',
);

/** Family names of two characters. */
export const DOUBLE_SURNAMES = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '司徒',
  '东方',
  '皇甫',
  '尉迟',
  '令狐',
  '慕容',
  '长孙',
  '夏侯',
];

/** What an office ends with: 区委书记王少峰, 常务副会长李宝峰. */
export const OFFICES =
  '书记|区长|县长|市长|省长|盟长|旗长|镇长|乡长|主任|主席|部长|局长|院长|会长|理事长|监事长|秘书长|检察长|政治委员|政委|司令员|校长|园长|董事长|总经理|经理|总裁|总监|创始人|首席执行官|大使|领导|记者|通讯员|学员|教授|医生|主任医师|队长|站长|所长|处长|科长|社长|总编辑|负责人|代表|委员|馆长|店长|工程师|专家|院士|居民|志愿者|村民|组长';

/** After these a name needs no family name that is known: 旗委书记麒麟, 古巴驻华大使白诗德. */
export const HIGH_OFFICES = '书记|大使|秘书长|盟长|旗长|区长|市长|董事长|总经理';

/** What follows a person's name. */
export const AFTER_PERSON =
  '[，。、；：！？”’）\\s]|$|主持|出席|参加|参会|表示|指出|强调|要求|认为|说|道|介绍|坦言|建议|提出|到|在|带队|代表|讲话|作|谈|就|对|为|任|宣读|传达|致辞|率|一同|等|和|与|及|以|会见|调研|检查|走|感慨|告诉|充分|重点|围绕|将|也|还|深入|一行|陪同|同志|先后|分别|向|从|是|带领|担任|宣布|受|用|邀|牵头|发言|汇报';

/** What somebody does who is quoted. */
export const SPEAKS =
  '(?:在致辞中|在讲话中|在发言中|现场)?(?:表示|指出|强调|说|认为|建议|提出|坦言|要求|介绍|告诉记者|充分肯定|对|重点围绕|，|代表)';

/** Words that a text has and a name has not. */
export const NO_NAME =
  /[的了着过是不我们他她它这那其此各该每某等且但或于也都就还又再很最更已要把被让使给从由至及与跟]/u;

/** Provinces and what stands for them; large regions. */
export const PROVINCES =
  '河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|天津|上海|重庆';
export const REGIONS = '京津冀|长三角|粤港澳大湾区|珠三角';

/** Districts of Beijing but Fengtai, which every article names. */
export const DISTRICTS =
  '东城|西城|朝阳|海淀|石景山|门头沟|房山|通州|顺义|昌平|大兴|怀柔|平谷|密云|延庆|经开区';

/** Places in and around Fengtai: its 街道 and 镇, old villages, gates, stations, rivers, parks. */
export const LOCAL_PLACES =
  '丽泽|长辛店|南苑|大红门|木樨园|右安门|太平桥|马家堡|和义|方庄|云岗|六里桥|青塔|卢沟桥|宛平|花乡|看丹|玉泉营|石榴庄|成寿寺|东铁匠营|五里店|北宫|王佐|新村|西罗园|东高地|分钟寺|新发地|岳各庄|莲花池|永定河|凉水河|草桥|郭公庄|园博|北京园博园|中关村|南中轴|金中都|雄安|海户屯|永外海户屯|北大街|建国街|丰科|丰台站|丰台科技园区|丰台科技园|丰台园|丰台国际人才港|国际人才港|丰台法务区|丰台体育中心|丰台创新中心|丰台街道|北京西站|北京南站|北京丰台站|抗战雕塑园|绿谷新城|宛平城|河西|河东';

/** What a longer name of a place ends with, after one of the known places. */
export const PLACE_ENDS =
  '金融商务区|首都商务新区|商务新区|城市航站楼|航站楼|北区国际金融城|国际金融城|国际文化科技园|数字经济产业园|独角兽创新基地|创新基地|博物馆群|京深海鲜批发市场|海鲜批发市场|批发市场|服装商贸城|商贸城|市场|新区|走廊|人才科创走廊|机场高速|机场|城际铁路|街道|老镇|森林湿地公园|湿地公园|公园|南里小区|小区|街二里|二里|万达|丰台园|科技园|科技园区|地区|政务会客厅|SOHO|生态科技城|再生水厂|第[一二三四五]水厂|水厂|支线|镇';
