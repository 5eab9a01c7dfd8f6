import { listNames, matcherOf } from '../../src/archive/names/name-entries.ts';
import { pageLabel } from '../../src/archive/urls.ts';
import type { Content } from '../../src/loader/read-content.ts';
import type { NameKind } from '../../src/model.ts';
import type { PageFacts } from '../../src/search/files.ts';
import type { BuildStep } from './build-step.ts';
import { type SearchInput, type SearchSource, writeSearch } from './search/write-search.ts';

/** How many headlines the search box suggests from. */
const MOST_HEADLINES = 1500;

/** Builds the search: exact in every character, of all articles but the withdrawn. */
export const indexSearch: BuildStep = async ({ content, dist, cache, say }) => {
  const source = collectSearched(content);
  const { shards } = await writeSearch(source, dist, { cache, say });
  say(`  ${source.articles.length} 篇，索引 ${shards.length} 部`);
};

/**
 * What is searched: the published text of each article that is not withdrawn, and its facets.
 *
 * @param content the archive, sorted by date, page, reading order
 */
export function collectSearched(content: Content): SearchSource {
  const sections = new Map(
    content.issues.flatMap((issue) =>
      issue.pages.map((page) => [`${issue.date}/${page.page}`, page.section] as const),
    ),
  );
  const match = matcherOf(listNames(content.names));
  const articles = content.articles
    .filter((article) => article.status !== 'withdrawn')
    .map((article): SearchInput => {
      const reporters = [...new Set(article.bylines.map((byline) => byline.name))];
      const texts = [article.headline, article.kicker ?? '', article.deck ?? ''];
      const named = [...texts, ...article.blocks.map((block) => block.text)].flatMap((text) => match(text));
      const namesOf = (kind: NameKind) => [
        ...new Set(named.filter(({ name }) => name.kind === kind).map(({ name }) => name.headword)),
      ];
      const section = article.section ?? sections.get(`${article.date}/${article.page}`);
      return {
        id: article.id,
        date: article.date,
        page: article.page,
        headline: article.headline,
        ...(article.kicker === undefined ? {} : { kicker: article.kicker }),
        ...(article.deck === undefined ? {} : { deck: article.deck }),
        reporters,
        blocks: article.blocks.map((block) => block.text),
        facets: {
          topic: article.topics,
          page: [pageLabel(article.page)],
          ...(section === undefined ? {} : { section: [section] }),
          reporter: reporters,
          // Who only signed is a reporter of the article and not a person in it.
          person: namesOf('person').filter((name) => !reporters.includes(name)),
          place: namesOf('place'),
          organisation: namesOf('organisation'),
          status: [article.status],
        },
      };
    });
  const pages = content.issues.flatMap((issue) =>
    issue.pages.map(
      (page): PageFacts => ({
        date: issue.date,
        dateSource: issue.dateSource,
        ...(issue.evidence === undefined ? {} : { dateEvidence: issue.evidence }),
        page: page.page,
        pageSource: page.pageSource,
        ...(page.evidence === undefined ? {} : { pageEvidence: page.evidence }),
        ...(page.section === undefined ? {} : { section: page.section }),
      }),
    ),
  );
  return {
    articles,
    pages,
    suggestions: {
      // The newest: all headlines of twenty years would be half a megabyte for a list of five.
      headlines: articles
        .slice(-MOST_HEADLINES)
        .reverse()
        .map((article) => [article.headline, `${article.date}/${article.id}`]),
      topics: content.topics.map((topic) => [topic.title, topic.slug]),
      names: Object.values(content.names).flatMap((entries) => entries.map((entry) => entry.headword)),
    },
  };
}
