// Night, 长辈版 and 字号 as this reader left them: attributes on <html>, set before the page is painted.
// It stands alone and small, and does not wait: the style sheet, fetched beside it, holds the first paint.
try {
  for (const name of ['theme', 'mode', 'size']) {
    const value = localStorage.getItem(`${name}`);
    if (value) document.documentElement.dataset[name] = value;
  }
} catch {
  // A browser that keeps nothing shows the page as it is.
}
