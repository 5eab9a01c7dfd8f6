# Python 3，不用装别的包
import json
from collections import Counter
from urllib.request import urlopen

with urlopen("{{data}}articles.jsonl") as file:
    articles = [json.loads(line) for line in file]

# 每年几篇，多少字
years = Counter(article["date"][:4] for article in articles)
for year, count in sorted(years.items()):
    characters = sum(a["characters"] for a in articles if a["date"].startswith(year))
    print(year, count, characters)

# 提到“京津冀”的文章
for article in articles:
    if "京津冀" in article["text"]:
        print(article["date"], article["headline"], article["url"])
