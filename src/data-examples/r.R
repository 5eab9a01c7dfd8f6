# R，不用装别的包
articles <- read.csv("{{data}}articles.csv", fileEncoding = "UTF-8-BOM",
                     colClasses = c(page = "character"))

# 每年几篇，多少字
print(aggregate(characters ~ substr(date, 1, 4), articles, function(x) c(length(x), sum(x))))

# 提到“京津冀”的文章
print(articles[grepl("京津冀", articles$text, fixed = TRUE), c("date", "headline", "url")])
