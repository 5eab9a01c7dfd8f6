/** A standing head (栏目) is short and says nothing of one article. */
const LONGEST = 8;

// 读者来信, 澜川影像, 以案说法, 云溪之美, 创城进行时, 桐泉旧事: forms of standing heads in district papers.
const ENDINGS = [
  '影像 掠影 瞬间 镜头 图片新闻 定格 来信 来函 [时短漫微快锐点述书影剧]评 评论 杂谈 漫谈',
  '夜话 茶座 沙龙 大家谈 面对面 访谈 随笔 随感 漫笔 小品 小札 旧事 往事 史话 掌故 拾贝',
  '拾遗 钩沉 寻踪 新读 [选连]载 副刊 文苑 文艺 诗苑 博览 撷英 集锦 荟萃 信息台 服务台',
  '公告栏 公示栏 曝光台 光荣榜 红黑榜 动态 简讯 快讯 短波 速递 速览 资讯 快报 播报 传真',
  '说法 说案 故事 见闻 榜样 人物 风采 调查 追踪 进行时 直通车 零距离 之美 之声 声音 观察',
  '看台 论坛 讲堂 课堂 视点 视窗 窗口 广角 纵横 聚焦 关注 热线 专栏 专题 记忆 档案 提示',
  '提醒 小贴士 预告 一线 现场 基层 在行动 我们的节日 学习园地 编读往来',
].flatMap((words) => words.split(' '));
// 光影丰台, 镜头里的丰台: over pictures.
const BEGINNINGS = ['光影', '镜头[里下中]的'];
const STANDING_HEAD = new RegExp(
  `(?:${ENDINGS.join('|')})$|^(?:${BEGINNINGS.join('|')})\\p{Script=Han}{2}$`,
  'u',
);

// 光影瞬间, 澜川影像, 镜头里的荻塘, 图片新闻: over a picture that stands by itself.
const OVER_PICTURES =
  /^(?:光影|镜头|影像|图说|定格)|(?:影像|光影|掠影|剪影|瞬间|镜头|图片新闻|图片故事|定格|图说)$/u;

// 潆河副刊, 闸口诗页, 槐渡旧事, 百姓口述, 荻塘时评, 读者来信, 以案说法, 健康问答: over what is no news.
const OVER_FEATURES =
  /副刊|文苑|诗|随笔|散文|小品|旧[事影闻]|往事|史|掌故|拾[贝遗]|口述|[时短漫微快锐点述书影剧]评|评论|[漫杂夜]谈|来[信函]|话题|说[法案]|法[官治]|问答|名医|提示|服务台|[手日札]记/u;

/** Is the line the standing head of a column that is no news: letters, comments, essays, verse, law, health? */
export const isOverFeatures = (text: string): boolean => mayStandOver(text) && OVER_FEATURES.test(text);

/** Is the line the standing head of a column of pictures? */
export const isOverPictures = (text: string): boolean => mayStandOver(text) && OVER_PICTURES.test(text);

/** Is the line short and plain enough to stand over several articles? */
export function mayStandOver(text: string): boolean {
  return text.length >= 2 && text.length <= LONGEST && !/[，。：；？！“”\s]/u.test(text);
}

/** Does the line have the form of a standing head (栏目, 版块名)? */
export function isStandingHead(text: string): boolean {
  return mayStandOver(text) && STANDING_HEAD.test(text);
}
