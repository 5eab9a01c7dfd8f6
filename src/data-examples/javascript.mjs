// JavaScript，浏览器和 Node 都可以
const response = await fetch('{{data}}articles.jsonl');
const articles = (await response.text())
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

// 每年几篇，多少字
const years = Map.groupBy(articles, (article) => article.date.slice(0, 4));
for (const [year, list] of years) {
  const characters = list.reduce((sum, article) => sum + article.characters, 0);
  console.log(year, list.length, characters);
}

// 提到“京津冀”的文章
for (const article of articles) {
  if (article.text.includes('京津冀')) console.log(article.date, article.headline, article.url);
}
