/** A standing head (栏目) is short and says nothing of one article. */
const LONGEST = 8;

// 读者来信, 澜川影像, 以案说法, 云溪之美, 创城进行时: forms of standing heads in district papers; 光影丰台, 镜头里的丰台: over pictures.
const STANDING_HEAD =
  /(?:影像|掠影|瞬间|镜头|图片新闻|来信|来函|时评|短评|评论|杂谈|随笔|信息台|服务台|公告栏|公示栏|动态|简讯|快讯|短波|速递|速览|说法|说案|故事|见闻|榜样|人物|风采|调查|追踪|进行时|直通车|之美|之声|声音|观察|看台|论坛|讲堂|课堂|视点|视窗|窗口|聚焦|关注|热线|专栏|专题|副刊|文苑|文艺|诗苑|史话|往事|记忆|档案|提示|提醒|预告|资讯|快报|播报|一线|现场|基层|在行动|我们的节日|学习园地|编读往来|定格)$|^(?:光影|镜头[里下中]的)\p{Script=Han}{2}$/u;

/** Is the line short and plain enough to stand over several articles? */
export function mayStandOver(text: string): boolean {
  return text.length >= 2 && text.length <= LONGEST && !/[，。：；？！“”\s]/u.test(text);
}

/** Does the line have the form of a standing head (栏目, 版块名)? */
export function isStandingHead(text: string): boolean {
  return mayStandOver(text) && STANDING_HEAD.test(text);
}
