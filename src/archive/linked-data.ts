import { type Article, type Issue, UNKNOWN_PAGE } from '../model.ts';
import type { Crumb } from './crumbs.ts';
import { lengthOf } from './excerpts.ts';
import { datelineOf } from './prose.ts';
import { absoluteUrl, articleUrl, issueUrl, provenanceUrl } from './urls.ts';

/**
 * schema.org BreadcrumbList of the way to a page.
 *
 * @param crumbs from the front page to the page itself
 * @param here full address of the page itself
 */
export function breadcrumbList(crumbs: readonly Crumb[], here: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: href ? absoluteUrl(href) : here,
    })),
  };
}

/**
 * schema.org NewsArticle. A date that is only inferred is given as a span (ISO 8601 interval in
 * `temporalCoverage`), not as `datePublished`; a page that nobody knows is left out.
 */
export function newsArticle(
  article: Article,
  {
    issue,
    newspaper,
    description,
    picture,
    corrections = [],
  }: {
    issue: Issue | undefined;
    newspaper: string;
    description: string;
    picture: string;
    /** What editors changed against the scan, a sentence each. */
    corrections?: readonly string[];
  },
): object {
  const dateline = datelineOf(article);
  return {
    ...identify('NewsArticle', articleUrl(article.name)),
    headline: article.headline,
    ...(article.kicker && { alternativeHeadline: article.kicker }),
    description,
    image: absoluteUrl(picture),
    ...dateOf(article.date, issue),
    ...(article.section && { articleSection: article.section }),
    ...(article.page !== UNKNOWN_PAGE && {
      printPage: article.page,
      pageStart: Number(article.page),
      pageEnd: Number(article.page),
    }),
    ...(article.bylines.length > 0 && {
      author: [...new Set(article.bylines.map(({ name }) => name))].map((name) => ({
        '@type': 'Person',
        name,
      })),
    }),
    ...(article.reprintedFrom && {
      isBasedOn: { '@type': 'CreativeWork', name: article.reprintedFrom },
    }),
    ...(dateline && { dateline }),
    ...(corrections.length > 0 && {
      correction: corrections.map((text) => ({
        '@type': 'CorrectionComment',
        text,
        url: absoluteUrl(`${provenanceUrl(article.name)}#changes`),
      })),
    }),
    wordCount: lengthOf(article),
    publisher: { '@type': 'Organization', name: newspaper },
    isPartOf: {
      '@type': 'PublicationIssue',
      ...(issue?.issueNumber && { issueNumber: issue.issueNumber }),
      url: absoluteUrl(issueUrl(article.date)),
      ...(issue?.dateSource === 'printed' && { datePublished: article.date }),
      isPartOf: { '@type': 'Newspaper', name: newspaper },
    },
  };
}

const identify = (type: string, path: string) => ({
  '@context': 'https://schema.org',
  '@type': type,
  '@id': absoluteUrl(path),
  url: absoluteUrl(path),
  inLanguage: 'zh-CN',
});

/** A date that is only inferred is a span. */
const dateOf = (date: string, issue: Issue | undefined) =>
  issue?.dateSource === 'printed'
    ? { datePublished: date }
    : { temporalCoverage: `${issue?.earliest ?? date}/${issue?.latest ?? date}` };

/** schema.org PublicationIssue; an inferred date is a span. */
export function publicationIssue(issue: Issue, newspaper: string): object {
  return {
    ...identify('PublicationIssue', issueUrl(issue.date)),
    ...(issue.issueNumber && { issueNumber: issue.issueNumber }),
    ...dateOf(issue.date, issue),
    isPartOf: { '@type': 'Newspaper', name: newspaper },
  };
}
